using Kayse.Grains.Sessions;

namespace Kayse.Grains.Members;

/// <summary>Sessions of a member that the company is ending; survives a crash in its midst.</summary>
/// <param name="SessionIds">Those of them whose active company it is; null: all there.</param>
/// <param name="Reason">Why.</param>
internal sealed record SigningOut(IReadOnlyList<string>? SessionIds, SessionEndReason Reason);
