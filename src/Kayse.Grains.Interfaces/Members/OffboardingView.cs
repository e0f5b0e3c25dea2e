namespace Kayse.Grains.Members;

/// <summary>What ended when a member lost their access, and what is left to reassign (ME-4).</summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">What the company called them; "Deleted person" once their account has been erased.</param>
/// <param name="Status">Whether they can be reactivated.</param>
/// <param name="At">When they lost their access.</param>
/// <param name="ByUserId">Who took it away, themselves if they left; null when a service key did.</param>
/// <param name="ByName">Their name; null when they are no member any more, or a service key did it.</param>
/// <param name="Ended">What ended, in the order of when.</param>
/// <param name="AgentIds">The agents that were assigned to them and are assigned to no active member now.</param>
/// <param name="Scopes">The scopes that they had and no active member has now, by name.</param>
[GenerateSerializer, Immutable, Alias("kayse.offboarding-view")]
public sealed record OffboardingView(
    [property: Id(0)] string UserId,
    [property: Id(1)] string FullName,
    [property: Id(2)] OffboardingStatus Status,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] string? ByUserId,
    [property: Id(5)] string? ByName,
    [property: Id(6)] IReadOnlyList<EndedAccess> Ended,
    [property: Id(7)] IReadOnlyList<string> AgentIds,
    [property: Id(8)] IReadOnlyList<ScopeToReassign> Scopes
);

/// <summary>How a member lost their access.</summary>
[GenerateSerializer, Alias("kayse.offboarding-status")]
public enum OffboardingStatus
{
    /// <summary>Until somebody reactivates them.</summary>
    Deactivated = 0,

    /// <summary>For good.</summary>
    Removed = 1,
}

/// <summary>How many things of a kind ended with a member's access.</summary>
/// <param name="Kind">What ended.</param>
/// <param name="Count">How many of them.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("kayse.ended-access")]
public sealed record EndedAccess(
    [property: Id(0)] EndedAccessKind Kind,
    [property: Id(1)] int Count,
    [property: Id(2)] DateTimeOffset At
);

/// <summary>What can end with a member's access.</summary>
[GenerateSerializer, Alias("kayse.ended-access-kind")]
public enum EndedAccessKind
{
    /// <summary>Sessions in the company.</summary>
    Session = 0,

    /// <summary>API keys for the company.</summary>
    ApiKey = 1,

    /// <summary>Pending invitations that they had sent, which were revoked.</summary>
    Invitation = 2,
}

/// <summary>A scope that no active member has.</summary>
/// <param name="Id">The scope.</param>
/// <param name="Name">What it is called.</param>
[GenerateSerializer, Immutable, Alias("kayse.scope-to-reassign")]
public sealed record ScopeToReassign([property: Id(0)] string Id, [property: Id(1)] string Name);
