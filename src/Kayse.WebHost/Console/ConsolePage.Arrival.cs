using Kayse.Grains.Users;
using Kayse.WebHost.Auth;

namespace Kayse.WebHost.Console;

public abstract partial class ConsolePage
{
    /// <summary>
    /// Goes on from a sign-in: to a page, or to the one that asks for the code first. A session that this browser had
    /// before ends (ASVS 5.0, 7.2.4).
    /// </summary>
    private protected async Task ArriveAsync(BegunSignIn begun, string? url, string? message = null)
    {
        if (begun.SignedIn is not { } signedIn)
        {
            TicketCookie.Set(Http, begun.Ticket!);
            GoTo($"/sign-in/two-factor?returnTo={Uri.EscapeDataString(ReturnTo.Safe(url))}");
            return;
        }

        if (CallerOrNull is { } before)
            await SignOutFlow.SignOutAsync(before, Grains, Http);
        SessionCookie.Set(Http, signedIn.Session, signedIn.RememberedUntil);
        if (message is not null)
            Flash.Set(Http, message);
        GoTo(url ?? "/");
    }
}
