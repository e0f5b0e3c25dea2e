namespace Kayse.Grains.Members;

/// <summary>Which case types, by their scopes, or which agents somebody may work with (RO-7).</summary>
/// <param name="Mode">All, or the assigned ones.</param>
/// <param name="Ids">What is assigned; empty when all are theirs.</param>
internal sealed record Assignment(AccessMode Mode, IReadOnlyList<string> Ids)
{
    /// <summary>All of them.</summary>
    public static readonly Assignment All = new(AccessMode.All, []);

    public static Assignment OfCases(AccessGrant access) => new(access.CaseAccess, access.ScopeIds);

    public static Assignment OfAgents(AccessGrant access) => new(access.AgentAccess, access.AgentIds);
}
