using Kayse.Browser.Tests.Testing;

namespace Kayse.Browser.Tests.Journeys;

/// <summary>What people do on the console, step by step; each step waits until the page shows that it is done.</summary>
internal static class Steps
{
    /// <summary>Signs in, and looks at the sessions.</summary>
    public static async Task SignInAsync(this Visitor visitor, string email, string password = Person.Password)
    {
        await visitor.OpenAsync("/sign-in?returnTo=/profile/sessions");
        await visitor.FillAsync("Email address", email);
        await visitor.FillAsync("Password", password);
        await visitor.PressAsync("Sign in");
        await visitor.ShouldSeeHeadingAsync("Sessions");
    }

    public static Task FillAsync(this Visitor visitor, string label, string text) => visitor.Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public static Task PressAsync(this Visitor visitor, string button) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public static Task FollowAsync(this Visitor visitor, string link) => visitor.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    public static Task ShouldSeeAsync(this Visitor visitor, string text) => Expect(visitor.Page.GetByText(text)).ToBeVisibleAsync();

    public static Task ShouldSeeHeadingAsync(this Visitor visitor, string heading)
        => Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true, Level = 1 })).ToBeVisibleAsync();
}
