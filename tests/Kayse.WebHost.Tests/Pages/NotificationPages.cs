using Kayse.WebHost.Tests.AccessMatrix;

namespace Kayse.WebHost.Tests.Pages;

internal sealed class NotificationPages : IPageTable
{
    public IEnumerable<PageRow> Rows =>
        [
            new PageRow("/notifications", Audience.SignedIn),
            new PageRow("/notifications/why", Audience.SignedIn),
            new PageRow("/profile/notifications", Audience.SignedIn),
            new PageRow("/profile/notifications/digest", Audience.SignedIn),
        ];
}
