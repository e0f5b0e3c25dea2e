using Kayse.Browser.Tests.Testing;

namespace Kayse.Browser.Tests.Pages;

/// <summary>The pages that links in mails lead to.</summary>
public sealed class LinkPages(Firm firm) : PageTests(firm)
{
    [Fact]
    public async Task Accept_invitation()
    {
        var token = await Firm.App.MailedTokenAsync(Firm.Email("Grace Oyelaran"));
        await CheckAsAsync(null, $"/invitations/accept#token={token}", page => Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Join Vale & Partners" })).ToBeVisibleAsync());
    }

    [Fact]
    public Task Reset_password() => CheckAsAsync(null, "/reset-password#token=a.b");

    [Fact]
    public Task Forgotten_password() => CheckAsAsync(null, "/reset-password");
}
