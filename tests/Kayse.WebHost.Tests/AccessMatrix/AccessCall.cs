using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

/// <summary>One call of one route by one caller.</summary>
/// <param name="Scene">Where.</param>
/// <param name="Caller">What kind of caller.</param>
/// <param name="Person">Who calls, on a session of their own for this call; null when anonymous.</param>
/// <param name="Target">What the row has made for the call.</param>
internal sealed record AccessCall(AccessScene Scene, CallerCase Caller, Person? Person, string? Target = null)
{
    /// <summary>The session that calls.</summary>
    public string SessionId => Person?.SessionId ?? "none";
}
