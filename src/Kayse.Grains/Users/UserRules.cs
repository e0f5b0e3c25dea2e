using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

internal static class UserRules
{
    /// <summary>Live sessions a person may have (SE-7).</summary>
    public const int MaxSessions = 100;

    /// <summary>How often, counted in sign-ins, the list of sessions is cleared of those that have ended.</summary>
    public const int SweepEvery = 20;

    /// <summary>The company that a sign-in makes active: the one asked for, else the one joined first; null when none would have them.</summary>
    public static Membership? ActiveMembership(UserState state, string? companyId)
        => state.Memberships.FirstOrDefault(membership => membership.Status == MemberStatus.Active
            && (companyId is null || string.Equals(membership.CompanyId, companyId, StringComparison.Ordinal)));

    public static SessionPrincipal PrincipalOf(string userId, UserState state, Membership membership)
        => new(userId, state.FullName, state.Email!, membership.CompanyId, membership.CompanyName, membership.Role, membership.Permissions, membership.CaseTypes);

    /// <summary>The memberships with a newer copy of one; null when the copy is older than what is there.</summary>
    public static IReadOnlyList<Membership>? Merge(IReadOnlyList<Membership> memberships, Membership copy)
    {
        var known = memberships.FirstOrDefault(membership => string.Equals(membership.CompanyId, copy.CompanyId, StringComparison.Ordinal));
        if (known is null)
            return [.. memberships, copy];
        return known.Version > copy.Version ? null : [.. memberships.Select(membership => ReferenceEquals(membership, known) ? copy : membership)];
    }
}
