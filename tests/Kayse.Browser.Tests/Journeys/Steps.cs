using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

/// <summary>
/// What people do on the console, step by step; each step waits until the page shows that it is done.
/// </summary>
internal static class Steps
{
    /// <summary>Signs in, and looks at the sessions.</summary>
    public static async Task SignInAsync(this Visitor visitor, string email)
    {
        await visitor.GivePasswordAsync(email);
        await visitor.ShouldSeeHeadingAsync("Sessions");
    }

    /// <summary>The first step of signing in, and for most the only one.</summary>
    public static async Task GivePasswordAsync(this Visitor visitor, string email)
    {
        await visitor.OpenAsync("/sign-in?returnTo=/profile/sessions");
        await visitor.FillAsync("Email address", email);
        await visitor.FillAsync("Password", Person.Password);
        await visitor.PressAsync("Sign in");
    }

    public static Task FillAsync(this Visitor visitor, string label, string text) =>
        visitor.Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public static Task TickAsync(this Visitor visitor, string label) =>
        visitor.Page.GetByLabel(label, new() { Exact = true }).CheckAsync();

    public static Task PressAsync(this Visitor visitor, string button) =>
        visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task FollowAsync(this Visitor visitor, string link) =>
        visitor.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>In the page itself: what is announced to screen readers stands elsewhere once more.</summary>
    public static Task ShouldSeeAsync(this Visitor visitor, string text) =>
        Expect(visitor.Page.Locator("#content, dialog").GetByText(text).First).ToBeVisibleAsync();

    public static Task ShouldSeeHeadingAsync(this Visitor visitor, string heading) =>
        Expect(
                visitor.Page.GetByRole(
                    AriaRole.Heading,
                    new()
                    {
                        Name = heading,
                        Exact = true,
                        Level = 1,
                    }
                )
            )
            .ToBeVisibleAsync();
}
