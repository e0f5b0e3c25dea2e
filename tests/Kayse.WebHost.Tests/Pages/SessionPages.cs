using Kayse.WebHost.Tests.AccessMatrix;

namespace Kayse.WebHost.Tests.Pages;

internal sealed class SessionPages : IPageTable
{
    public IEnumerable<PageRow> Rows =>
        [new PageRow("/profile/sessions", Audience.SignedIn), new PageRow("/profile/sessions/sign-out", Audience.SignedIn)];
}
