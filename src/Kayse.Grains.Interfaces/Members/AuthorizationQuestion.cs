namespace Kayse.Grains.Members;

/// <summary>May somebody do this, on this?</summary>
/// <param name="Permission">One of <see cref="Permissions.All"/>.</param>
/// <param name="CaseType">The case type that it is about; null when it is about none.</param>
/// <param name="AgentId">The agent that it is about; null when it is about none.</param>
[GenerateSerializer, Immutable, Alias("kayse.authorization-question")]
public readonly record struct AuthorizationQuestion(
    [property: Id(0)] string Permission,
    [property: Id(1)] string? CaseType,
    [property: Id(2)] string? AgentId
);

/// <summary>The answer.</summary>
/// <param name="Allowed">Whether they may.</param>
/// <param name="Reason">What decided it.</param>
public readonly record struct AuthorizationDecision(bool Allowed, AuthorizationReason Reason);

/// <summary>What decides whether somebody may.</summary>
[GenerateSerializer, Alias("kayse.authorization-reason")]
public enum AuthorizationReason
{
    /// <summary>Allowed, because the role brings the permission.</summary>
    Role = 0,

    /// <summary>Allowed, because the permission was granted; denied, because it was not.</summary>
    Permission = 1,

    /// <summary>Denied, because none of their scopes has the case type.</summary>
    CaseType = 2,

    /// <summary>
    /// Allowed, because the permission was granted on this agent; denied, because it was taken there or the agent is
    /// not theirs.
    /// </summary>
    Agent = 3,

    /// <summary>Denied, because they were deactivated in the company.</summary>
    Deactivated = 4,
}
