using Kayse.Grains.Tokens;
using Orleans.Concurrency;

namespace Kayse.Grains.Users;

/// <remarks>
/// A person proves that their address is theirs by the link or the code of one mail (CO-1), or by any other link that
/// was mailed to it. Whatever a call has begun is finished after a crash.
/// </remarks>
public partial interface IUserGrain
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
}
