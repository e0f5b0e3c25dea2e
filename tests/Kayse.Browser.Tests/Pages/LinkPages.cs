using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Pages;

/// <summary>The pages that links in mails lead to.</summary>
public sealed class LinkPages(Firm firm) : PageTests(firm)
{
    [Fact]
    public Task Invitation_without_a_link() => CheckAsAsync(null, "/invitations/accept");

    [Fact]
    public async Task Accept_invitation()
    {
        var token = await Firm.App.MailedTokenAsync(Firm.Email("Grace Oyelaran"));
        await CheckAsAsync(null, $"/invitations/accept#token={token}", page => ShouldSeeHeadingAsync(page, "Join Vale & Partners"));
    }

    [Fact]
    public Task Invitation_that_is_not_there() =>
        CheckAsAsync(
            null,
            "/invitations/accept#token=a.b",
            page => ShouldSeeHeadingAsync(page, "This invitation can't be used"),
            expected: "404"
        );

    [Fact]
    public Task Forgotten_password() => CheckAsAsync(null, "/forgot-password");

    [Fact]
    public async Task Reset_password()
    {
        var email = Firm.Email("Noah Whitfield");
        await Firm.App.Client().PostAsync("auth/forgot-password", new { email });
        var token = await Firm.App.MailedTokenAsync(email, "Reset your Kayse password", otherThan: null);
        await CheckAsAsync(null, $"/reset-password#token={token}", page => Expect(page.GetByLabel("New password")).ToBeVisibleAsync());
    }

    [Fact]
    public Task Mail_in_development() => CheckAsAsync(null, "/development/mail");

    [Fact]
    public Task Sign_up() => CheckAsAsync(null, "/sign-up");

    private static Task ShouldSeeHeadingAsync(IPage page, string heading) =>
        Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
}
