using Kayse.Browser.Tests.Testing;

namespace Kayse.Browser.Tests.Pages;

public sealed class ErrorPages(Firm firm) : PageTests(firm)
{
    [Fact]
    public Task Not_found() => CheckAsAsync(null, "/no-such-page", expected: "404");

    [Fact]
    public Task Not_found_by_who_is_signed_in() => CheckAsync("/no-such-page", expected: "404");

    [Fact]
    public Task Not_allowed() => CheckAsAsync(Firm.Associate, "/settings/audit-log", expected: "403");
}
