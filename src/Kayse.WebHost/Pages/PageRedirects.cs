using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Pages;

/// <summary>Addresses that people guess, and the pages that they mean.</summary>
internal static class PageRedirects
{
    private const string Staff = "/settings/staff";

    private static readonly (string From, string To)[] _all =
    [
        ("/settings", "/settings/company"),
        ("/settings/company/staff", Staff),
        ("/settings/team", Staff),
        ("/settings/members", Staff),
    ];

    public static void MapPageRedirects(this WebApplication app)
    {
        foreach (var (from, to) in _all)
            app.MapGet(from, () => Results.LocalRedirect(to)).Allows(Who.Anyone).ExcludeFromDescription();
    }
}
