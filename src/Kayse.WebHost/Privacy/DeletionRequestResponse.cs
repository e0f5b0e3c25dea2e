using Kayse.Grains.Privacy;

namespace Kayse.WebHost.Privacy;

/// <summary>Whether a person has asked for their account to be deleted.</summary>
/// <param name="RequestedAt">When they asked for it; null when they haven't.</param>
/// <param name="DueAt">When it is deleted unless they take it back; null likewise.</param>
internal sealed record DeletionRequestResponse(DateTimeOffset? RequestedAt, DateTimeOffset? DueAt)
{
    public static DeletionRequestResponse Of(AccountDeletionView? request) => new(request?.RequestedAt, request?.DueAt);
}
