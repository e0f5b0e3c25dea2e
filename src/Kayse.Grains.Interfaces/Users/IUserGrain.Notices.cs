using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Orleans.Concurrency;

namespace Kayse.Grains.Users;

/// <remarks>
/// Notices of what concerns the account's security have a link by which the person says that it wasn't they.
/// </remarks>
public partial interface IUserGrain
{
    /// <summary>
    /// Tells the person by mail that there were too many failed attempts, and the guard that they were told; within 6
    /// hours of the last such mail, the guard alone. Nobody waits for it, so that the time it takes tells nothing.
    /// </summary>
    [OneWay, Alias("sign-in-locked")]
    Task SignInLockedAsync(ClientDevice device);

    /// <summary>
    /// Uses the link of a notice: the password opens nothing any more, every session and every trusted device ends, and
    /// a link to choose a new password goes to where the notice went. On disk when the task completes, and finished
    /// after a crash. A link that was used does nothing more. Refuses <c>not_found</c> when there is no such link, or
    /// it was sent more than 7 days ago.
    /// </summary>
    [Alias("not-me")]
    Task NotMeAsync(TokenHash secret);
}
