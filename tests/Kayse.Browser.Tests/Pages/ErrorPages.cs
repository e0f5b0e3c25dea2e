using Kayse.Browser.Tests.Testing;

namespace Kayse.Browser.Tests.Pages;

public sealed class ErrorPages(Firm firm) : PageTests(firm)
{
    [Fact]
    public Task Not_found() => CheckAsAsync(null, "/no-such-page", expected: "404");
}
