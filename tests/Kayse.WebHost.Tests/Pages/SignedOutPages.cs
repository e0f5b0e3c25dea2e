using Kayse.WebHost.Tests.AccessMatrix;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>The ways in and out.</summary>
internal sealed class SignedOutPages : IPageTable
{
    public IEnumerable<PageRow> Rows =>
        [
            new PageRow("/", Audience.Anyone).ButFor(StartOf),
            new PageRow("/sign-up", Audience.Anyone),
            new PageRow("/sign-in", Audience.Anyone).ButFor(caller => IsLive(caller) ? "/" : null),
            // Without the ticket of a sign-in there is nothing to enter a code for.
            new PageRow("/sign-in/sso", Audience.Anyone),
            new PageRow("/sign-in/two-factor", Audience.Anyone).ButFor(_ => "/sign-in?returnTo=%2F"),
            new PageRow("/sign-out", Audience.Anyone),
            new PageRow("/forgot-password", Audience.Anyone),
            new PageRow("/reset-password", Audience.Anyone),
            new PageRow("/not-me", Audience.Anyone),
            new PageRow("/invitations/accept", Audience.Anyone),
            new PageRow("/verify-email", Audience.Anyone),
            new PageRow("/confirm-email", Audience.Anyone),
            new PageRow("/undo-email", Audience.Anyone),
            new PageRow("/step-up", Audience.SignedIn).EvenRestricted(),
            new PageRow("/choose-password", Audience.SignedIn).EvenRestricted().ButForSignedIn("/profile/security"),
            new PageRow("/email-subscriptions/{Token}", Audience.Anyone).On(SubscriptionRoutes.TokenAsync),
            new PageRow("/development/mail", Audience.Anyone),
        ];

    private static string StartOf(CallerCase caller) => IsLive(caller) ? "/home" : "/sign-in";

    private static bool IsLive(CallerCase caller) =>
        caller.Kind is not (CallerKind.Anonymous or CallerKind.Expired or CallerKind.Deactivated);
}
