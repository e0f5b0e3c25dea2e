using Kayse.Grains.Audit;

namespace Kayse.Grains.Members;

internal static class MemberAudit
{
    /// <summary>What differs between two states of a member.</summary>
    public static IReadOnlyList<AuditChange> Of(MemberRecord? before, MemberRecord? after) => new AuditDiff<MemberRecord>(before, after)
        .PersonalText("fullName", member => member.FullName)
        .PersonalText("email", member => member.Email)
        .PersonalText("phoneNumber", member => member.PhoneNumber)
        .PersonalText("jobTitle", member => member.JobTitle)
        .Word<Role>("role", member => member.Role)
        .Word<MemberStatus>("status", member => member.Status)
        .Texts("scopeIds", member => member.ScopeIds)
        .Texts("permissions", member => member.Permissions)
        .Texts("agentIds", member => member.AgentIds)
        .Text("agentOverrides", Overrides)
        .Changes;

    // One text that is the same for the same overrides.
    private static string? Overrides(MemberRecord member)
        => member.AgentOverrides.Count == 0
            ? null
            : string.Join("; ", member.AgentOverrides.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key}: +{string.Join(',', pair.Value.Grant)} -{string.Join(',', pair.Value.Deny)}"));
}
