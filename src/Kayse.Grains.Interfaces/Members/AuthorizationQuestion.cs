namespace Kayse.Grains.Members;

/// <summary>May somebody do this, on this?</summary>
/// <param name="Permission">One of <see cref="Permissions.All"/>.</param>
/// <param name="CaseType">The case type that it is about; null when it is about none.</param>
/// <param name="AgentId">The agent that it is about; null when it is about none.</param>
public readonly record struct AuthorizationQuestion(string Permission, string? CaseType, string? AgentId);

/// <summary>The answer.</summary>
/// <param name="Allowed">Whether they may.</param>
/// <param name="Reason">What decided it.</param>
public readonly record struct AuthorizationDecision(bool Allowed, AuthorizationReason Reason);

/// <summary>What decides whether somebody may.</summary>
public enum AuthorizationReason
{
    /// <summary>Allowed, because the role brings the permission.</summary>
    Role,

    /// <summary>Allowed, because the permission was granted; denied, because it was not.</summary>
    Permission,

    /// <summary>Denied, because none of their scopes has the case type.</summary>
    CaseType,

    /// <summary>
    /// Allowed, because the permission was granted on this agent; denied, because it was taken there or the agent is
    /// not theirs.
    /// </summary>
    Agent,

    /// <summary>Denied, because they were deactivated in the company.</summary>
    Deactivated,
}
