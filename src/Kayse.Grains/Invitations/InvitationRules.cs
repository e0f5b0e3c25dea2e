using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Invitations;

internal static class InvitationRules
{
    private static readonly TimeSpan _betweenChecks = TimeSpan.FromDays(30);

    public static InvitationStatus StatusOf(InvitationState state, DateTimeOffset now) =>
        state.Ended ?? (now >= state.ExpiresAt && state.Acceptance is null ? InvitationStatus.Expired : InvitationStatus.Pending);

    /// <summary>From when on there is nothing left to be read of an invitation.</summary>
    /// <param name="endedAt">When it was accepted, declined or revoked; null when it wasn't.</param>
    /// <param name="expiresAt">When it expires.</param>
    /// <param name="keptDays">The retention period of its company.</param>
    public static DateTimeOffset ForgottenAt(DateTimeOffset? endedAt, DateTimeOffset expiresAt, int keptDays) =>
        (endedAt ?? expiresAt).AddDays(keptDays);

    /// <summary>When to look again whether it is to be deleted: the period may have become shorter.</summary>
    public static DateTimeOffset CheckedAt(DateTimeOffset forgottenAt, DateTimeOffset now) =>
        forgottenAt < now + _betweenChecks ? forgottenAt : now + _betweenChecks;

    /// <summary>Whether it has expired and that is not in the audit log.</summary>
    public static bool IsExpiryUnrecorded(InvitationState state, DateTimeOffset now) =>
        StatusOf(state, now) == InvitationStatus.Expired && state.ExpiryRecorded != state.ExpiresAt;

    /// <summary>Whether the secret was mailed to the address; one that an admin copied may be in anybody's hands.</summary>
    public static bool ProvesAddress(InvitationState state, TokenHash secret) => state.TokenHash.Matches(secret);

    /// <summary>Lets only the holder of the last link, mailed or copied, use a pending invitation.</summary>
    public static void EnsureUsable(InvitationState state, TokenHash secret, DateTimeOffset now)
    {
        if (!state.TokenHash.Matches(secret) && state.CopiedTokenHash?.Matches(secret) != true)
            throw new RefusedException(GeneralErrors.NotFound);
        if (state.Acceptance is not null)
            throw new RefusedException(InvitationErrors.Used);
        switch (StatusOf(state, now))
        {
            case InvitationStatus.Pending:
                return;
            case InvitationStatus.Expired:
                throw new RefusedException(InvitationErrors.Expired);
            case InvitationStatus.Revoked:
                throw new RefusedException(InvitationErrors.Revoked);
            default:
                throw new RefusedException(InvitationErrors.Used);
        }
    }

    /// <summary>Lets an admin send again what is pending or has expired.</summary>
    public static void EnsureSendable(InvitationState state)
    {
        if (state.CompanyId is null)
            throw new RefusedException(GeneralErrors.NotFound);
        if (state.Ended == InvitationStatus.Revoked)
            throw new RefusedException(InvitationErrors.Revoked);
        if (state.Ended is not null || state.Acceptance is not null)
            throw new RefusedException(InvitationErrors.Used);
    }

    /// <summary>Lets an admin change what is pending.</summary>
    public static void EnsureChangeable(InvitationState state, DateTimeOffset now)
    {
        EnsureSendable(state);
        if (StatusOf(state, now) == InvitationStatus.Expired)
            throw new RefusedException(InvitationErrors.Expired);
    }

    /// <summary>The invitation as the company's admins see it.</summary>
    public static InvitationView ViewOf(string id, InvitationState state, MailDelivery delivery, DateTimeOffset now) =>
        new(id, state.Details!, StatusOf(state, now), state.InvitedBy!, state.CreatedAt, state.SentAt, state.ExpiresAt, delivery)
        {
            Version = state.Version,
            EndedAt = state.EndedAt,
        };

    public static InvitationState EndedAs(InvitationState state, InvitationStatus status, DateTimeOffset now) =>
        state with
        {
            Ended = status,
            EndedAt = now,
            Acceptance = null,
        };

    /// <summary>
    /// Lets only addresses of the domains be invited that the company's policy names, if it names any.
    /// </summary>
    public static void EnsureDomainAllowed(SecurityPolicy policy, string email)
    {
        if (
            policy.InvitedEmailDomains.Count > 0
            && !policy.InvitedEmailDomains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.Ordinal)
        )
            throw new RefusedException(InvitationErrors.EmailDomainNotAllowed);
    }

    /// <summary>The state after sending it once more: a new secret, a new lifetime.</summary>
    public static InvitationState Sent(InvitationState state, TokenHash secret, TimeSpan lifetime, DateTimeOffset now) =>
        state with
        {
            TokenHash = secret,
            CopiedTokenHash = null,
            SentAt = now,
            ExpiresAt = now + lifetime,
            Sendings = state.Sendings + 1,
        };
}
