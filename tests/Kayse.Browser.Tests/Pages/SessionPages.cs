using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Pages;

public sealed class SessionPages(Firm firm) : PageTests(firm)
{
    [Fact]
    public Task My_sessions() => CheckAsync("/profile/sessions");

    [Fact]
    public Task My_devices() => CheckAsync("/profile/devices");

    [Fact]
    public Task Pair_an_app() => CheckAsync("/profile/devices/pair");

    [Fact]
    public Task Sign_out_elsewhere() => CheckAsync("/profile/sessions/sign-out");

    [Fact]
    public Task Sign_out_elsewhere_as_a_dialog() =>
        CheckAsync(
            "/profile/sessions",
            async page =>
            {
                await page.GetByRole(AriaRole.Link, new() { Name = "Sign out other sessions" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            }
        );
}
