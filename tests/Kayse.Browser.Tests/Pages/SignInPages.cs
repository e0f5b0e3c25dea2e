using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Pages;

public sealed class SignInPages(Firm firm) : PageTests(firm)
{
    [Fact]
    public Task Sign_in() => CheckAsAsync(null, "/sign-in");

    [Fact]
    public Task Sign_in_that_is_refused() =>
        CheckAsAsync(
            null,
            "/sign-in",
            async page =>
            {
                await page.GetByLabel("Email address").FillAsync(Firm.Owner.Email);
                await page.GetByLabel("Password").FillAsync("something else");
                await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            },
            expected: "401"
        );

    [Fact]
    public Task Sign_in_by_single_sign_on() => CheckAsAsync(null, "/sign-in/sso");

    [Fact]
    public Task Sign_out() => CheckAsync("/sign-out");
}
