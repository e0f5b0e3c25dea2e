using Kayse.WebHost.Tests.AccessMatrix;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>
/// Whom a page is shown to. What stands in braces in <paramref name="Route"/> is what <see cref="On"/> makes for each
/// call. Pages act in the company of the session, so that who comes from another one sees that one's.
/// </summary>
/// <param name="Route">As the page gives it.</param>
/// <param name="Audience">Whom it is for.</param>
internal sealed record PageRow(string Route, Audience Audience)
{
    private const string Shown = "200";

    public Func<AccessCall, Task<string>> Target { get; private init; } = _ => Task.FromResult("none");

    private bool ServesRestricted { get; init; }

    private Func<CallerCase, string?> Exception { get; init; } = _ => null;

    /// <summary>Makes a thing for each call, and answers its id.</summary>
    public PageRow On(Func<AccessCall, Task<string>> target) => this with { Target = target };

    /// <summary>Also for who must change their password, or set up a second factor, first.</summary>
    public PageRow EvenRestricted() => this with { ServesRestricted = true };

    /// <summary>
    /// Leads callers elsewhere, or answers them with another status; null for whom the audience decides.
    /// </summary>
    public PageRow ButFor(Func<CallerCase, string?> answer) => this with { Exception = answer };

    /// <summary>Leads everybody elsewhere who is signed in and has nothing to do first.</summary>
    public PageRow ButForSignedIn(string answer) =>
        ButFor(caller => caller.Kind > CallerKind.Deactivated && caller.Kind != CallerKind.Restricted ? answer : null);

    /// <summary>The status that a caller gets, or the address that they are led to.</summary>
    public string ExpectedFor(CallerCase caller, string url) =>
        Exception(caller) ?? (Audience.Kind == AudienceKind.Anyone ? Shown : Expected(caller, url));

    private string Expected(CallerCase caller, string url) =>
        caller.Kind switch
        {
            CallerKind.Anonymous => $"/sign-in?returnTo={Uri.EscapeDataString(url)}",
            CallerKind.Expired => $"/sign-in?returnTo={Uri.EscapeDataString(url)}&ended=idle_timeout",
            CallerKind.Deactivated => $"/sign-in?returnTo={Uri.EscapeDataString(url)}&ended=deactivated",
            CallerKind.Restricted => ServesRestricted ? Shown : "/choose-password",
            _ when Audience.Kind == AudienceKind.SignedIn => Shown,
            CallerKind.Outsider or CallerKind.DeactivatedHere when Route.Contains('{', StringComparison.Ordinal) => "404",
            CallerKind.User => Audience.Permissions.Contains(caller.Permission) ? Shown : "403",
            CallerKind.Admin => Audience.IncludesAdmins ? Shown : "403",
            _ => Shown,
        };
}

/// <summary>The rows of a feature. Every class that is one is found by itself.</summary>
internal interface IPageTable
{
    IEnumerable<PageRow> Rows { get; }
}
