using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

internal static class UserRules
{
    /// <summary>Companies a person may be in, so that what is kept of them stays small.</summary>
    public const int MaxCompanies = 100;

    /// <summary>How often, counted in sign-ins, the list of sessions is cleared of those that have ended.</summary>
    public const int SweepEvery = 20;

    /// <summary>
    /// The company that a sign-in makes active: the one asked for, else the default, else the one joined first; null
    /// when none would have them.
    /// </summary>
    public static Membership? ActiveMembership(UserState state, string? companyId) =>
        companyId is null ? DefaultMembership(state) : ActiveMemberships(state).FirstOrDefault(membership => IsOf(membership, companyId));

    /// <summary>The same among the companies that may be opened without single sign-on.</summary>
    public static Membership? MembershipWithoutSso(UserState state, string? companyId) =>
        ActiveMembership(state with { Memberships = [.. state.Memberships.Where(membership => !membership.SsoRequired)] }, companyId);

    /// <summary>Whether the account is in no company but this.</summary>
    public static bool BelongsTo(UserState state, string companyId) => state.Memberships.All(membership => IsOf(membership, companyId));

    public static void EnsureMayJoin(UserState state, string companyId)
    {
        if (state.Memberships.Count(membership => !IsOf(membership, companyId)) >= MaxCompanies)
            throw new RefusedException(UserErrors.TooManyCompanies);
    }

    private static Membership? DefaultMembership(UserState state) =>
        ActiveMemberships(state).FirstOrDefault(membership => IsOf(membership, state.DefaultCompanyId))
        ?? ActiveMemberships(state).FirstOrDefault();

    private static bool IsOf(Membership membership, string? companyId) => membership.CompanyId == companyId;

    public static SessionPrincipal PrincipalOf(string userId, UserState state, Membership membership) =>
        new(
            userId,
            state.FullName,
            state.Email!,
            membership.CompanyId,
            membership.CompanyName,
            membership.Role,
            membership.Permissions,
            membership.CaseTypes
        )
        {
            AgentAccess = membership.AgentAccess,
            AgentIds = membership.AgentIds,
            AgentOverrides = membership.AgentOverrides,
            Restriction = UserPasswordRules.RestrictionOf(state),
            TwoFactorRequiredFrom = state.SecondFactor is null ? membership.TwoFactorRequiredFrom : null,
        };

    /// <summary>What a session of theirs is allowed where it acts under a membership.</summary>
    public static SessionLimits LimitsOf(UserState state, Membership membership) =>
        membership.SessionLimits with
        {
            ChosenIdleTimeout = state.IdleTimeout,
        };

    /// <summary>The person without their sessions, but for one (null: without any), which are to be ended.</summary>
    public static UserState EndingSessions(UserState state, string? exceptSessionId, SessionEndReason reason) =>
        EndingSessions(state, [.. state.SessionIds.Where(id => id != exceptSessionId)], reason);

    /// <summary>The person without some of their sessions, which are to be ended; the same when there are none.</summary>
    public static UserState EndingSessions(UserState state, IReadOnlyList<string> sessionIds, SessionEndReason reason) =>
        sessionIds.Count == 0
            ? state
            : (state with { SessionIds = [.. state.SessionIds.Except(sessionIds, StringComparer.Ordinal)] }).Then(
                new EndSessions(sessionIds, reason)
            );

    /// <summary>The person without their API keys, which are to be revoked; the same when there are none.</summary>
    public static UserState RevokingApiKeys(UserState state) =>
        state.ApiKeys.Count == 0
            ? state
            : (state with { ApiKeys = [] }).Then(new RevokeApiKeys([.. state.ApiKeys.Select(key => key.Id)]));

    public static IEnumerable<Membership> ActiveMemberships(UserState state) =>
        state.Memberships.Where(membership => membership.Status == MemberStatus.Active);

    /// <summary>
    /// The memberships with a newer copy of one, or without it when it says so; null when the copy is older than what
    /// is there.
    /// </summary>
    public static IReadOnlyList<Membership>? Merge(IReadOnlyList<Membership> memberships, Membership copy)
    {
        var known = memberships.FirstOrDefault(membership => membership.CompanyId == copy.CompanyId);
        if (known?.Version > copy.Version)
            return null;
        if (copy.Removed)
            return [.. memberships.Where(membership => !ReferenceEquals(membership, known))];
        return known is null
            ? [.. memberships, copy]
            : [.. memberships.Select(membership => ReferenceEquals(membership, known) ? copy : membership)];
    }

    /// <summary>The companies that the person was in and, by what a copy says, no longer is.</summary>
    public static IReadOnlyList<string> FormerCompanies(UserState state, Membership copy)
    {
        var others = state.FormerCompanyIds.Where(id => id != copy.CompanyId);
        return copy.Removed ? [.. others, copy.CompanyId] : [.. others];
    }
}
