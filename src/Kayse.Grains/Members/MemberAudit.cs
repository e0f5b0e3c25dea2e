using Kayse.Grains.Audit;

namespace Kayse.Grains.Members;

internal static class MemberAudit
{
    /// <summary>What differs between two states of a member.</summary>
    public static IReadOnlyList<AuditChange> Of(MemberRecord? before, MemberRecord? after) =>
        new AuditDiff<MemberRecord>(before, after)
            .PersonalText("fullName", member => member.FullName)
            .PersonalText("email", member => member.Email)
            .PersonalText("phoneNumber", member => member.PhoneNumber)
            .PersonalText("jobTitle", member => member.JobTitle)
            .Word<MemberStatus>("status", member => member.Status)
            .Grant(member => member.Access)
            .Changes;
}
