using Kayse.Grains.Audit;

namespace Kayse.Grains.Members;

internal static class AccessAudit
{
    /// <summary>Adds what differs in access.</summary>
    public static AuditDiff<T> Grant<T>(this AuditDiff<T> diff, Func<T, AccessGrant> of)
        where T : class =>
        diff.Word<Role>("role", thing => of(thing).Role)
            .Access(AssignmentFields.Cases, thing => Assignment.OfCases(of(thing)))
            .Texts("permissions", thing => of(thing).Permissions)
            .Access(AssignmentFields.Agents, thing => Assignment.OfAgents(of(thing)))
            .Text("agentOverrides", thing => AgentRules.InWords(of(thing).AgentOverrides));
}
