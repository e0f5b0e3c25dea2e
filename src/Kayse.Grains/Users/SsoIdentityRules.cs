using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Sso;

namespace Kayse.Grains.Users;

/// <summary>Whose an identity at an identity provider may be, and what a session that began with one opens.</summary>
internal static class SsoIdentityRules
{
    // How far the clock of an identity provider may be off.
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The person with an identity. Refuses <c>sso_identity_changed</c> when the provider knows them by another one: an
    /// address that was given to somebody else must not bring what the one before had.
    /// </summary>
    public static UserState With(UserState state, LinkedIdentity identity)
    {
        if (state.SsoIdentities.Any(held => held.Key == identity.Key))
            return state;
        if (state.SsoIdentities.Any(held => held.CompanyId == identity.CompanyId && held.Issuer == identity.Issuer))
            throw new RefusedException(SsoErrors.IdentityChanged);
        return (state with { SsoIdentities = [.. state.SsoIdentities, identity] }).Then(new SyncSsoIdentity(identity.Key));
    }

    /// <summary>The person after news of a membership: with it go the identities that the company's provider vouches for.</summary>
    public static UserState WithMembership(UserState state, Membership membership)
    {
        var gone = state.SsoIdentities.Where(held => membership.Removed && held.CompanyId == membership.CompanyId).ToList();
        return gone.Count == 0
            ? state
            : (state with { SsoIdentities = [.. state.SsoIdentities.Except(gone)] }).Then(
                gone.Select(held => new SyncSsoIdentity(held.Key))
            );
    }

    /// <summary>
    /// Refuses a session what it doesn't open: one that began with single sign-on, any company but its own; another, a
    /// company that requires that.
    /// </summary>
    public static void EnsureMayOpen(SessionView session, Membership membership)
    {
        if (session.SsoConnectionId is not null && session.CompanyId != membership.CompanyId)
            throw new RefusedException(SsoErrors.OtherCompany);
        if (session.SsoConnectionId is null && membership.SsoRequired)
            throw new RefusedException(SsoErrors.Required);
    }

    /// <summary>Whether the person proved to the provider who they are after they were sent there.</summary>
    public static bool IsFresh(VerifiedIdentity identity, DateTimeOffset begunAt) => identity.AuthenticatedAt >= begunAt - _skew;
}
