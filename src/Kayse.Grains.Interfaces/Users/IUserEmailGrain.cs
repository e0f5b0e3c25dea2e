using Kayse.Grains.Tokens;
using Orleans.Concurrency;

namespace Kayse.Grains.Users;

/// <summary>
/// A person's email address, keyed by user id: how they prove that it is theirs (CO-1), by the link or the code of one mail
/// or by any other link that was mailed to it, and how they change it (US-1). Whose an address is its
/// <see cref="Directory.IEmailAddressGrain"/> decides. Whatever a call has begun is finished after a crash.
/// </summary>
[Alias("kayse.user-email")]
public interface IUserEmailGrain : IGrainWithStringKey
{
    /// <summary>
    /// Proves the address by the link. Repeated it answers the same. Refuses <c>not_found</c> when the link is not the
    /// latest, and <c>email_link_expired</c>.
    /// </summary>
    [Alias("verify-email")]
    Task VerifyEmailAsync(TokenHash secret);

    /// <summary>
    /// Proves the address by the code, as it was typed. Without effect when it is proved already. Refuses
    /// <c>email_code_invalid</c>, and <c>email_code_expired</c> when it is too old or was wrong five times: then
    /// another has to be asked for.
    /// </summary>
    [Alias("verify-email-by-code")]
    Task VerifyEmailByCodeAsync(string code);

    /// <summary>
    /// Mails another link and another code, in place of those before. Without effect when the address is proved
    /// already. May be repeated. Refuses <c>rate_limited</c>.
    /// </summary>
    /// <param name="id">Unique and stable: a repetition sends nothing again.</param>
    [Alias("resend-email-verification")]
    Task ResendEmailVerificationAsync(string id);

    /// <summary>
    /// The person has followed another link that was mailed to an address: it is proved, if it is still theirs. May be
    /// repeated.
    /// </summary>
    [Alias("email-proved")]
    Task EmailProvedAsync(string email);

    /// <summary>Whether the address is proved; false when there is no such person.</summary>
    [ReadOnly, Alias("is-email-verified")]
    Task<bool> IsEmailVerifiedAsync();

    /// <summary>
    /// Mails a link to another address, by which its reader confirms that it is to be the person's; in place of any
    /// sent before. Says nothing of whether the address is taken. May be repeated. Refuses <c>invalid_credentials</c>
    /// when the password is no longer the one that was proved, <c>email_invalid</c>, the address that they have, and
    /// <c>rate_limited</c>.
    /// </summary>
    [Alias("request-email-change")]
    Task RequestEmailChangeAsync(RequestEmailChange command);

    /// <summary>
    /// Uses that link: the address is the person's from now on, in their sessions and soon in the rosters. Ends every
    /// session but the one that asked, voids reset links, and tells the address before, which is kept for them for 7
    /// days. Refuses <c>not_found</c> when the link is not the latest or was used, <c>email_link_expired</c>, and
    /// <c>email_in_use</c>.
    /// </summary>
    [Alias("confirm-email-change")]
    Task ConfirmEmailChangeAsync(TokenHash secret);

    /// <summary>
    /// Uses the link in what the address before was told: it is the person's again. Voids the password and whatever
    /// later changes brought, ends every session, and mails a link to choose another password. Refuses <c>not_found</c>
    /// and <c>email_link_expired</c>.
    /// </summary>
    [Alias("undo-email-change")]
    Task UndoEmailChangeAsync(TokenHash secret);
}
