using Kayse.WebHost.Tests.AccessMatrix;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>How the company pays.</summary>
internal sealed class BillingPages : IPageTable
{
    private static readonly Audience _readers = Audience.HoldersOf("billing.read");

    public IEnumerable<PageRow> Rows =>
        [
            new PageRow("/settings/billing/preferences", _readers).ButFor(AnAdmin),
            new PageRow("/settings/billing/wallet", _readers).ButFor(AnAdmin),
            new PageRow("/settings/billing/wallet/refill", Audience.SuperAdmins),
        ];

    // Without a grant, an Admin sees nothing of billing.
    private static string? AnAdmin(CallerCase caller) => caller.Kind == CallerKind.Admin ? "403" : null;
}
