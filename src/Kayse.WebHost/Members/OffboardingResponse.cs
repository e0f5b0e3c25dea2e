using Kayse.Grains.Members;

namespace Kayse.WebHost.Members;

/// <summary>What ended when a member lost their access, and what is left to reassign.</summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">What the company called them; <c>Deleted person</c> once their account has been deleted.</param>
/// <param name="Status">Whether they were <c>deactivated</c>, or <c>removed</c> for good.</param>
/// <param name="At">When they lost their access.</param>
/// <param name="By">Who took it away, themselves if they left; null: a service key.</param>
/// <param name="Ended">What ended; kinds of which there was nothing are missing.</param>
/// <param name="Left">What is left to reassign.</param>
internal sealed record OffboardingResponse(
    string UserId,
    string FullName,
    OffboardingStatus Status,
    DateTimeOffset At,
    OffboardingActorResponse? By,
    IReadOnlyList<EndedAccessResponse> Ended,
    OffboardingLeftResponse Left
)
{
    public static OffboardingResponse Of(OffboardingView view) =>
        new(
            view.UserId,
            view.FullName,
            view.Status,
            view.At,
            view.ByUserId is { } by ? new OffboardingActorResponse(by, view.ByName) : null,
            [.. view.Ended.Select(ended => new EndedAccessResponse(ended.Kind, ended.Count, ended.At))],
            new OffboardingLeftResponse(view.AgentIds, [.. view.Scopes.Select(scope => new ScopeLeftResponse(scope.Id, scope.Name))])
        );
}

/// <summary>Who took away a member's access.</summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">Their name; null when they are no longer a member.</param>
internal sealed record OffboardingActorResponse(string UserId, string? FullName);

/// <summary>Things of one kind that ended.</summary>
/// <param name="Kind">Their sessions and API keys in this company, and the pending invitations that they had sent.</param>
/// <param name="Count">How many ended.</param>
/// <param name="At">When.</param>
internal sealed record EndedAccessResponse(EndedAccessKind Kind, int Count, DateTimeOffset At);

/// <summary>What a former member leaves to reassign.</summary>
/// <param name="AgentIds">Agents that were assigned to them and are assigned to no active member now.</param>
/// <param name="Scopes">Scopes that they had and no active member has now.</param>
internal sealed record OffboardingLeftResponse(IReadOnlyList<string> AgentIds, IReadOnlyList<ScopeLeftResponse> Scopes);

/// <summary>A scope that no active member has.</summary>
/// <param name="Id">The scope.</param>
/// <param name="Name">What it is called.</param>
internal sealed record ScopeLeftResponse(string Id, string Name);
