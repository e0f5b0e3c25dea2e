using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

internal static class UserPasswordRules
{
    /// <summary>How many passwords, with the present one, may not be chosen again (US-2).</summary>
    public const int Remembered = 5;

    /// <summary>How long a reset link works (US-3).</summary>
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromMinutes(60);

    /// <summary>How long a password that an admin set works (ASVS 5.0, 6.4.1).</summary>
    public static readonly TimeSpan InitialLifetime = TimeSpan.FromDays(7);

    public static PasswordHistory HistoryOf(UserState state) =>
        new(
            state.CredentialVersion,
            [state.PasswordHash, .. state.FormerPasswordHashes],
            state.Email!,
            [
                state.FullName,
                .. state
                    .Memberships.Where(membership => membership.Status == MemberStatus.Active)
                    .Select(membership => membership.CompanyName),
            ]
        );

    /// <summary>The person with another password; whatever was to bring one about is void.</summary>
    public static UserState WithPassword(UserState state, string hash, bool mustChange, DateTimeOffset? expiresAt = null)
    {
        var next = UserTwoFactorRules.WithoutTrust(state) with
        {
            PasswordHash = hash,
            FormerPasswordHashes =
            [
                .. state.FormerPasswordHashes.Prepend(state.PasswordHash).Where(former => former.Length > 0).Take(Remembered - 1),
            ],
            CredentialVersion = state.CredentialVersion + 1,
            MustChangePassword = mustChange,
            PasswordReset = null,
            EmailChange = null,
            PasswordExpiresAt = expiresAt,
        };
        // Rosters say until when such a password works.
        return expiresAt == state.PasswordExpiresAt ? next : ProfileRules.NotifyingCompanies(next);
    }

    /// <summary>Whether the password was set by an admin too long ago; refuses <c>password_expired</c>.</summary>
    public static void EnsureNotExpired(UserState state, DateTimeOffset now)
    {
        if (now >= state.PasswordExpiresAt)
            throw new RefusedException(PasswordErrors.Expired);
    }

    /// <summary>
    /// The person with other memberships. A password that an admin chose and knows is void as soon as it would open
    /// another company as well; a reset link is the way to a new one.
    /// </summary>
    public static UserState WithMemberships(UserState state, IReadOnlyList<Membership> memberships)
    {
        var next = state with { Memberships = memberships };
        return state.MustChangePassword && memberships.Count > 1 && state.PasswordHash.Length > 0
            ? WithPassword(next, hash: "", mustChange: true) with
            {
                PasswordReset = state.PasswordReset,
            }
            : next;
    }

    /// <summary>
    /// Whether this very hash was stored: then the command that brings it is a repetition, however much has happened
    /// since.
    /// </summary>
    public static bool HasHad(UserState state, string hash) =>
        state.PasswordHash == hash || state.FormerPasswordHashes.Contains(hash, StringComparer.Ordinal);

    /// <summary>Lets a company set the password only when it opens that company alone.</summary>
    public static void EnsureTheirsAlone(UserState state, string companyId)
    {
        if (!UserRules.BelongsTo(state, companyId))
            throw new RefusedException(PasswordErrors.NotTheirsAlone);
    }

    /// <summary>Lets only the holder of the last link use it, once and in time.</summary>
    public static void EnsureUsable(UserState state, TokenHash secret, DateTimeOffset now)
    {
        if (state.PasswordReset is not { } reset || !reset.TokenHash.Matches(secret))
            throw new RefusedException(GeneralErrors.NotFound);
        if (now >= reset.ExpiresAt)
            throw new RefusedException(PasswordErrors.ResetExpired);
    }

    public static SessionRestriction RestrictionOf(UserState state) =>
        state.MustChangePassword ? SessionRestriction.PasswordChange : SessionRestriction.None;
}
