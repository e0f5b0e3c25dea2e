using Kayse.Grains.Tokens;

namespace Kayse.Grains.Users;

/// <remarks>
/// Whose an address is its <see cref="Directory.IEmailAddressGrain"/> decides when the change is confirmed. Whatever a
/// call has begun is finished after a crash.
/// </remarks>
public partial interface IUserGrain
{
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
