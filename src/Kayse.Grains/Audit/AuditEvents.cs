using System.Collections.Frozen;

namespace Kayse.Grains.Audit;

/// <summary>What of the log other services are told.</summary>
internal static class AuditEvents
{
    private static readonly FrozenSet<string> _public = FrozenSet.ToFrozenSet(
    [
        AuditActions.CompanyUpdated, AuditActions.PolicyChanged, AuditActions.OwnershipTransferred,
        AuditActions.ScopeCreated, AuditActions.ScopeUpdated, AuditActions.ScopeDeleted,
        AuditActions.InvitationCreated, AuditActions.InvitationUpdated, AuditActions.InvitationResent, AuditActions.InvitationRevoked,
        AuditActions.InvitationDeclined, AuditActions.InvitationExpired, AuditActions.InvitationAccepted,
        AuditActions.MemberJoined, AuditActions.MemberAdded, AuditActions.MemberCreated, AuditActions.MemberUpdated, AuditActions.MemberRoleChanged,
        AuditActions.MemberScopesChanged, AuditActions.MemberPermissionsChanged, AuditActions.MemberAgentsChanged,
        AuditActions.MemberDeactivated, AuditActions.MemberReactivated, AuditActions.MemberRemoved, AuditActions.MemberLeft, AuditActions.MemberAccountDeleted,
    ],
    StringComparer.Ordinal);

    /// <summary>Whether other services are told. What concerns only how somebody signs in is nobody's business.</summary>
    public static bool IsPublic(string action) => _public.Contains(action);

    public static CompanyEvent Of(AuditRecord record)
        => new(record.Id, record.Action, record.At, record.Actor.UserId, record.Target.Kind, record.Target.Id, [.. record.Changes.Where(change => !change.Personal)]);
}
