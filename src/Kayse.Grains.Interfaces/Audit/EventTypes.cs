using System.Collections.Frozen;

namespace Kayse.Grains.Audit;

/// <summary>
/// What of the log other services are told: what a company, its people and their rights are. How somebody signs in is
/// nobody's business.
/// </summary>
public static class EventTypes
{
    /// <summary>All of them, of <see cref="AuditActions"/>.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        AuditActions.CompanyCreated,
        AuditActions.CompanyUpdated,
        AuditActions.PolicyChanged,
        AuditActions.OwnershipTransferred,
        AuditActions.ScopeCreated,
        AuditActions.ScopeUpdated,
        AuditActions.ScopeDeleted,
        AuditActions.BusinessHoursOpened,
        AuditActions.BusinessHoursClosed,
        AuditActions.InvitationCreated,
        AuditActions.InvitationUpdated,
        AuditActions.InvitationResent,
        AuditActions.InvitationLinkCopied,
        AuditActions.InvitationRevoked,
        AuditActions.InvitationDeclined,
        AuditActions.InvitationExpired,
        AuditActions.InvitationAccepted,
        AuditActions.MemberJoined,
        AuditActions.MemberAdded,
        AuditActions.MemberCreated,
        AuditActions.MemberUpdated,
        AuditActions.MemberRoleChanged,
        AuditActions.MemberScopesChanged,
        AuditActions.MemberPermissionsChanged,
        AuditActions.MemberAgentsChanged,
        AuditActions.MemberDeactivated,
        AuditActions.MemberReactivated,
        AuditActions.MemberRemoved,
        AuditActions.MemberLeft,
        AuditActions.MemberAccountDeleted,
    ];

    private static readonly FrozenSet<string> _all = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether other services are told of it.</summary>
    public static bool Contains(string action) => _all.Contains(action);
}
