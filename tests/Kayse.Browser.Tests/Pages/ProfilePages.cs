using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Pages;

public sealed class ProfilePages(Firm firm) : PageTests(firm)
{
    [Theory]
    [InlineData("email")]
    [InlineData("photo")]
    [InlineData("appearance")]
    [InlineData("security")]
    [InlineData("security/password")]
    [InlineData("security/passkeys/add")]
    [InlineData("companies")]
    [InlineData("privacy")]
    [InlineData("privacy/export")]
    [InlineData("privacy/delete")]
    [InlineData("api-keys")]
    [InlineData("api-keys/new")]
    [InlineData("sessions/timeout")]
    public Task Profile(string page) => CheckAsync($"/profile/{page}", name: $"Profile_{page.Replace('/', '_')}");

    [Fact]
    public Task Home() => CheckAsync("/home");

    [Fact]
    public Task Home_of_a_user() => CheckAsAsync(Firm.Associate, "/home");

    [Fact]
    public Task Help() => CheckAsync("/help");

    [Fact]
    public Task Request_a_change() => CheckAsync("/help/request-change");

    [Fact]
    public Task Menu_of_the_company() => CheckAsync("/profile/sessions", page => page.Locator(".company-menu summary").ClickAsync());

    [Fact]
    public Task Profile_details() => CheckAsync("/profile");

    [Fact]
    public Task Set_up_two_factor() =>
        CheckAsync(
            "/profile/security/two-factor",
            async page =>
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Show QR code" }).ClickAsync();
                await Expect(page.GetByLabel("Code", new() { Exact = true })).ToBeVisibleAsync();
            }
        );

    [Fact]
    public Task Menu_of_the_person() => CheckAsync("/profile/sessions", page => page.Locator(".person-menu summary").ClickAsync());
}
