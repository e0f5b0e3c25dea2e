using Kayse.Grains.Audit;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Members;

/// <summary>What is noted when a member loses their access, and what of theirs is left to reassign (ME-4).</summary>
internal static class OffboardingRules
{
    /// <summary>
    /// The record after another is noted. What ended when somebody was deactivated stays there when they are removed;
    /// noting the same again changes nothing.
    /// </summary>
    public static OffboardingRecord Next(OffboardingRecord? current, OffboardingRecord noted)
    {
        if (current is null)
            return noted;
        if (current.Id == noted.Id)
            return current;
        return (current.Status, noted.Status) == (OffboardingStatus.Deactivated, OffboardingStatus.Removed)
            ? noted with
            {
                Ended = [.. current.Ended, .. noted.Ended],
            }
            : noted;
    }

    /// <summary>The record without the name of somebody whose account is erased.</summary>
    public static OffboardingRecord Erased(OffboardingRecord record) => record with { FullName = AuditEntry.DeletedPerson };

    /// <summary>What ended, without kinds of which there was nothing.</summary>
    public static IReadOnlyList<EndedAccess> Ended(DateTimeOffset at, int sessions, int apiKeys, int invitations) =>
        [
            .. new[]
            {
                new EndedAccess(EndedAccessKind.Session, sessions, at),
                new EndedAccess(EndedAccessKind.ApiKey, apiKeys, at),
                new EndedAccess(EndedAccessKind.Invitation, invitations, at),
            }.Where(ended => ended.Count > 0),
        ];

    /// <summary>The agents of theirs that are assigned to no active member.</summary>
    public static IReadOnlyList<string> AgentsLeft(OffboardingRecord record, IEnumerable<MemberRecord> members) =>
        Left(record.AgentIds, members, member => member.Access.AgentIds);

    /// <summary>The scopes of theirs that are still there and that no active member has, by name.</summary>
    public static IReadOnlyList<ScopeToReassign> ScopesLeft(
        OffboardingRecord record,
        IEnumerable<MemberRecord> members,
        Func<string, ScopeRecord?> find
    ) =>
        [
            .. Left(record.ScopeIds, members, member => member.Access.ScopeIds)
                .Select(find)
                .OfType<ScopeRecord>()
                .Select(scope => new ScopeToReassign(scope.Id, scope.Name))
                .OrderBy(scope => scope.Name, StringComparer.OrdinalIgnoreCase),
        ];

    private static IReadOnlyList<string> Left(
        IReadOnlyList<string> theirs,
        IEnumerable<MemberRecord> members,
        Func<MemberRecord, IReadOnlyList<string>> idsOf
    )
    {
        var held = members
            .Where(member => member is { Status: MemberStatus.Active, Removed: false })
            .SelectMany(idsOf)
            .ToHashSet(StringComparer.Ordinal);
        return [.. theirs.Where(id => !held.Contains(id))];
    }
}
