using Kayse.WebHost.Tests.Api.AccessMatrix;

namespace Kayse.WebHost.Tests.Console;

internal sealed class SessionPages : IPageTable
{
    public IEnumerable<PageRow> Rows =>
        [new PageRow("/profile/sessions", Audience.SignedIn), new PageRow("/profile/sessions/sign-out", Audience.SignedIn)];
}
