namespace Kayse.Grains.Members;

/// <summary>
/// What a command gives somebody, or changes of what they have; not checked yet. What is null stays as it is; for
/// somebody new, as in <see cref="AccessGrant.Unrestricted"/>.
/// </summary>
/// <param name="Role">Whoever gets another role than User loses scopes and sees every case type.</param>
/// <param name="CaseAccess">Without it naming scopes restricts to them, and naming none is refused for somebody who is
/// restricted.</param>
/// <param name="ScopeIds">Replace the scopes; only a User can have some.</param>
/// <param name="Permissions">Replace what is granted beyond the role.</param>
/// <param name="AgentAccess">As <paramref name="CaseAccess"/>, for agents.</param>
/// <param name="AgentIds">Replace the assigned agents.</param>
/// <param name="AgentOverrides">Replace all exceptions for single agents.</param>
[GenerateSerializer, Immutable, Alias("kayse.access-change")]
public sealed record AccessChange(
    [property: Id(0)] Role? Role = null,
    [property: Id(1)] AccessMode? CaseAccess = null,
    [property: Id(2)] IReadOnlyList<string>? ScopeIds = null,
    [property: Id(3)] IReadOnlyList<string>? Permissions = null,
    [property: Id(4)] AccessMode? AgentAccess = null,
    [property: Id(5)] IReadOnlyList<string>? AgentIds = null,
    [property: Id(6)] IReadOnlyDictionary<string, AgentOverride>? AgentOverrides = null
)
{
    /// <summary>Changes nothing.</summary>
    public static readonly AccessChange None = new();
}
