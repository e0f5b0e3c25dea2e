using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

public sealed class SessionJourneys : Journey
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_ends_a_session_elsewhere_signs_that_browser_out(bool javaScript)
    {
        var ada = await App.SignUpAsync();
        var options = new VisitorOptions { JavaScript = javaScript };
        var desk = await VisitAsync(options);
        await desk.SignInAsync(ada.Email);
        var laptop = await VisitAsync(options);
        await laptop.SignInAsync(ada.Email);

        await desk.FollowAsync("Sessions");
        await Expect(desk.Page.GetByText("This device")).ToHaveCountAsync(1);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out Chrome" }).ClickAsync();
        await desk.ShouldSeeAsync("Session ended.");

        await laptop.FollowAsync("Sessions");
        await laptop.ShouldSeeHeadingAsync("Sign in");
        await laptop.ShouldSeeAsync("Your session has ended. Sign in again.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_signs_out_everywhere_is_signed_out_here_and_there(bool javaScript)
    {
        var ada = await App.SignUpAsync();
        var options = new VisitorOptions { JavaScript = javaScript };
        var desk = await VisitAsync(options);
        await desk.SignInAsync(ada.Email);
        var laptop = await VisitAsync(options);
        await laptop.SignInAsync(ada.Email);

        await desk.FollowAsync("Sessions");
        await desk.FollowAsync("Sign out other sessions");
        await desk.PressAsync("Sign out everywhere, including here");
        await desk.ShouldSeeHeadingAsync("Sign in");

        await laptop.FollowAsync("Sessions");
        await laptop.ShouldSeeHeadingAsync("Sign in");
    }

    [Fact]
    public async Task Who_does_nothing_for_a_while_is_signed_out_and_comes_back_to_where_they_were()
    {
        var ada = await App.SignUpAsync();
        var visitor = await VisitAsync();
        await visitor.SignInAsync(ada.Email);

        App.Clock.Advance(TimeSpan.FromMinutes(31));
        await visitor.FollowAsync("Sessions");

        await visitor.ShouldSeeAsync("You were signed out after a period of inactivity.");
        await visitor.FillAsync("Email address", ada.Email);
        await visitor.FillAsync("Password", Person.Password);
        await visitor.PressAsync("Sign in");
        await visitor.ShouldSeeHeadingAsync("Sessions");
    }
}
