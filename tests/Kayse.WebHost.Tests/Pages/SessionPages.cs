using Kayse.WebHost.Tests.AccessMatrix;

namespace Kayse.WebHost.Tests.Pages;

internal sealed class SessionPages : IPageTable
{
    public IEnumerable<PageRow> Rows =>
        [
            new PageRow("/profile/sessions", Audience.SignedIn),
            new PageRow("/profile/sessions/sign-out", Audience.SignedIn),
            new PageRow("/profile/devices", Audience.SignedIn),
            new PageRow("/profile/devices/pair", Audience.SignedIn),
            // Nobody has one.
            new PageRow("/profile/devices/{DeviceId}/name", Audience.SignedIn).ButForSignedIn("404"),
        ];
}
