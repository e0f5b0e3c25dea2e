using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

internal static class EmailChangeRules
{
    /// <summary>How long the link to the new address works.</summary>
    public static readonly TimeSpan ConfirmLifetime = TimeSpan.FromHours(24);

    /// <summary>For how long the address before is kept for the person, and the link to it works.</summary>
    public static readonly TimeSpan UndoLifetime = TimeSpan.FromDays(7);

    // Whoever has taken an account over must not be able to push the owner's address out of what is kept.
    private const int MaxFormer = 3;

    /// <summary>The address, normalised, if the person may have it mailed a link now.</summary>
    public static string Check(UserState user, string input, DateTimeOffset now)
    {
        if (!EmailAddress.TryNormalize(input, out var email))
            throw new RefusedException(EmailChangeErrors.Invalid);
        if (email == user.Email)
            throw new RefusedException(EmailChangeErrors.Same);
        var kept = Kept(user, now);
        if (kept.Count >= MaxFormer && !kept.Any(former => former.Email == email))
            throw new RefusedException(GeneralErrors.RateLimited(kept[0].Until - now));
        return email;
    }

    /// <summary>Lets only the holder of the last link use it, once and in time.</summary>
    public static EmailChange Usable(UserState user, TokenHash secret, DateTimeOffset now)
    {
        if (user.EmailChange is not { } change || !change.TokenHash.Matches(secret))
            throw new RefusedException(GeneralErrors.NotFound);
        return now < change.ExpiresAt ? change : throw new RefusedException(EmailChangeErrors.Expired);
    }

    /// <summary>The address that such a link puts back.</summary>
    public static FormerEmail Undoable(UserState user, TokenHash secret, DateTimeOffset now)
    {
        if (user.FormerEmails.FirstOrDefault(former => former.TokenHash.Matches(secret)) is not { } found)
            throw new RefusedException(GeneralErrors.NotFound);
        return now < found.Until ? found : throw new RefusedException(EmailChangeErrors.Expired);
    }

    /// <summary>
    /// The person with the address that was confirmed. What they gave up is kept for them, unless they are back at an
    /// address that still was: then what came between is given up for good, since whoever has the older address could
    /// undo it anyway. One that was never proved to be theirs isn't kept from whoever it belongs to.
    /// </summary>
    public static UserState Confirmed(UserState user, EmailChange change, TokenHash undo, DateTimeOffset now)
    {
        var kept = Kept(user, now);
        var older = kept.TakeWhile(former => former.Email != change.Email).ToList();
        var next =
            older.Count < kept.Count || user.EmailVerifiedAt is null
                ? older
                : [.. kept, new FormerEmail(user.Email!, undo, now + UndoLifetime)];
        return UserRules.EndingSessions(
            WithEmail(user, change.Email, next, now) with
            {
                PasswordReset = null,
            },
            change.SessionId,
            SessionEndReason.Revoked
        );
    }

    /// <summary>
    /// The person with the address that they had before, and nothing of what came after; who changed it may know the
    /// password.
    /// </summary>
    public static UserState Undone(UserState user, FormerEmail former, DateTimeOffset now)
    {
        var older = user.FormerEmails.TakeWhile(other => other != former).ToList();
        var withoutLater = PasskeyRules.Without(user, passkey => passkey.CreatedAt >= former.Until - UndoLifetime);
        var next = UserPasswordRules.WithPassword(WithEmail(withoutLater, former.Email, older, now), hash: "", mustChange: false);
        return UserRules.EndingSessions(next, exceptSessionId: null, SessionEndReason.PasswordChanged);
    }

    /// <summary>The address of a link that still works; null when there is none.</summary>
    public static string? Pending(UserState user, DateTimeOffset now) =>
        user.EmailChange is { } change && now < change.ExpiresAt ? change.Email : null;

    /// <summary>The person without the addresses whose time is over; the same when there are none.</summary>
    public static UserState WithoutExpired(UserState user, DateTimeOffset now)
    {
        var kept = Kept(user, now);
        return kept.Count == user.FormerEmails.Count
            ? user
            : (
                user with
                {
                    FormerEmails = kept,
                    NoticeLinks = LinksTo(user, [user.Email!, .. kept.Select(former => former.Email)]),
                }
            ).Then(user.FormerEmails.Except(kept).Select(former => new SyncEmailAddress(former.Email)));
    }

    // Whoever uses either link reads the mail of that address.
    private static UserState WithEmail(UserState user, string email, IReadOnlyList<FormerEmail> former, DateTimeOffset now) =>
        ProfileRules.Changed(
            user,
            user.Then(AddressesOf(user, email).Select(address => new SyncEmailAddress(address))) with
            {
                Email = email,
                EmailVerifiedAt = now,
                EmailVerification = null,
                EmailChange = null,
                FormerEmails = former,
                NoticeLinks = LinksTo(user, [email, .. former.Select(other => other.Email)]),
            }
        );

    private static IEnumerable<string> AddressesOf(UserState user, string next) =>
        [user.Email!, next, .. user.FormerEmails.Select(former => former.Email)];

    // Such a link has a reset link sent to where it was sent itself: who reads an address that isn't the person's any
    // more must not get one.
    private static IReadOnlyList<NoticeLink> LinksTo(UserState user, IReadOnlyList<string> addresses) =>
        [.. user.NoticeLinks.Where(link => addresses.Contains(link.Address, StringComparer.Ordinal))];

    private static List<FormerEmail> Kept(UserState user, DateTimeOffset now) =>
        [.. user.FormerEmails.Where(former => now < former.Until)];
}
