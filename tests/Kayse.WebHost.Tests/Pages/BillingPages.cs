using Kayse.WebHost.Tests.AccessMatrix;

namespace Kayse.WebHost.Tests.Pages;

/// <summary>How the company pays.</summary>
internal sealed class BillingPages : IPageTable
{
    private static readonly Audience _readers = Audience.HoldersOf("billing.read");

    public IEnumerable<PageRow> Rows =>
        [
            new PageRow("/settings/billing/preferences", _readers),
            new PageRow("/settings/billing/wallet", _readers),
            new PageRow("/settings/billing/wallet/refill", Audience.SuperAdmins),
        ];
}
