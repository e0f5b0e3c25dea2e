using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

internal static class MemberRules
{
    public static void EnsureMay(MemberRecord member, string permission)
    {
        if (!member.Access.EffectivePermissions().Contains(permission, StringComparer.Ordinal))
            throw new RefusedException(GeneralErrors.Forbidden);
    }

    /// <summary>Any of the permissions will do.</summary>
    public static void EnsureMayAny(MemberRecord member, IReadOnlyList<string> permissions)
    {
        if (!member.Access.EffectivePermissions().Intersect(permissions, StringComparer.Ordinal).Any())
            throw new RefusedException(GeneralErrors.Forbidden);
    }

    /// <summary>Whether they have the right, active or not.</summary>
    public static bool Has(MemberRecord member, CompanyRight right) =>
        member.Role >= right.LeastRole
        && (right.AnyOf.Count == 0 || member.Access.EffectivePermissions().Intersect(right.AnyOf, StringComparer.Ordinal).Any());

    public static bool IsActive(MemberRecord member) => member is { Status: MemberStatus.Active, Removed: false };

    public static bool IsActiveAdmin(MemberRecord member) => IsActive(member) && member.Role >= Role.Admin;

    /// <summary>Whether they joined before all other active Super Admins.</summary>
    public static bool IsFirstSuperAdmin(MemberRecord member, IEnumerable<MemberRecord> members) =>
        FirstJoinedFirst(members.Where(IsActiveSuperAdmin)).FirstOrDefault()?.UserId == member.UserId;

    public static IEnumerable<MemberRecord> FirstJoinedFirst(IEnumerable<MemberRecord> members) =>
        members.OrderBy(member => member.JoinedAt).ThenBy(member => member.UserId, StringComparer.Ordinal);

    public static void EnsureRole(MemberRecord member, Role least)
    {
        if (member.Role < least)
            throw new RefusedException(GeneralErrors.Forbidden);
    }

    /// <summary>Nobody acts on somebody above them.</summary>
    public static void EnsureNotAbove(MemberRecord acting, MemberRecord target)
    {
        if (target.Role > acting.Role)
            throw new RefusedException(GeneralErrors.Forbidden);
    }

    /// <summary>For what nobody does to themselves.</summary>
    public static void EnsureOther(MemberRecord acting, MemberRecord target)
    {
        if (acting.UserId == target.UserId)
            throw new RefusedException(MemberErrors.OwnRole);
    }

    /// <summary>A company has an active Super Admin, always (RO-5).</summary>
    public static void EnsureNotLast(IEnumerable<MemberRecord> members, MemberRecord target)
    {
        if (IsActiveSuperAdmin(target) && members.Count(IsActiveSuperAdmin) == 1)
            throw new RefusedException(MemberErrors.LastSuperAdmin);
    }

    /// <summary>Nobody takes away their own access, or that of the last active Super Admin.</summary>
    public static void EnsureMayLoseAccess(MemberRecord acting, MemberRecord target, IEnumerable<MemberRecord> members)
    {
        EnsureNotLast(members, target);
        EnsureOther(acting, target);
    }

    /// <summary>
    /// What is left to do when a step on a member's account was refused, as they have just joined another company and
    /// their account is no longer this company's to touch: nothing, except that whoever was to be erased is removed, as
    /// that was asked for too.
    /// </summary>
    public static IReadOnlyList<CompanyStep> WithoutAccountWork(MemberRecord member) =>
        member.Removed
            ? [.. member.Pending.Where(step => step is not EraseAccount).Select(step => step is Announce told ? AsRemoval(told) : step)]
            : [];

    /// <summary>
    /// The member with what the roster copies of the person. Not the name: what the company calls its people is its
    /// own. Nor the number of who was added without being asked, or one that another member has.
    /// </summary>
    public static MemberRecord WithContact(MemberRecord member, UserContact contact, bool isPhoneFree) =>
        member with
        {
            Email = contact.Email,
            PhoneNumber = member.WasAdded || !isPhoneFree ? member.PhoneNumber : contact.PhoneNumber,
            Photo = contact.Photo,
            TwoFactorEnabled = contact.TwoFactorEnabled,
            InitialPasswordExpiresAt = contact.InitialPasswordExpiresAt,
            TwoFactorResetAt = contact.TwoFactorResetAt,
        };

    /// <summary>
    /// A version above <paramref name="previous"/> that also a member who was removed and came back has not had.
    /// </summary>
    public static long NextVersion(long previous, DateTimeOffset now) => Math.Max(previous + 1, now.UtcTicks);

    private static Announce AsRemoval(Announce announcement) =>
        announcement with
        {
            Audit = [.. announcement.Audit.Select(record => record with { Action = AuditActions.MemberRemoved })],
        };

    private static bool IsActiveSuperAdmin(MemberRecord member) => IsActive(member) && member.Role == Role.SuperAdmin;
}
