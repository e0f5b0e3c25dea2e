using System.Text.RegularExpressions;
using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

/// <summary>Passkeys in Chromium, with authenticators of its own.</summary>
public sealed class PasskeyJourneys : Journey
{
    [Fact]
    public async Task A_passkey_of_the_device_is_offered_added_used_and_removed()
    {
        var ada = await App.SignUpAsync();
        var laptop = await VisitAsync();
        var device = await VirtualAuthenticator.AddAsync(laptop.Page);
        await laptop.GivePasswordAsync(ada.Email);
        await laptop.ShouldSeeHeadingAsync("Sign in faster next time");
        await laptop.FollowAsync("Create a passkey");
        await laptop.FillAsync("Name", "Office laptop");
        await laptop.PressAsync("Create passkey");
        await laptop.ShouldSeeAsync("Passkey added.");
        await laptop.ShouldSeeAsync("Office laptop");
        (await device.CountAsync()).ShouldBe(1);

        // The browser offers it on the page that asks for the address: nobody presses anything.
        await SignOutAsync(laptop);
        await Expect(laptop.Page).ToHaveURLAsync(new Regex("/home$"));

        // Whom the device doesn't recognise isn't let in.
        await device.RecognisesAsync(false);
        await SignOutAsync(laptop);
        await laptop.ShouldSeeHeadingAsync("Sign in");
        await laptop.PressAsync("Sign in with a passkey");
        await Expect(laptop.Page.Locator("[data-passkey-says]")).ToBeVisibleAsync();
        await device.RecognisesAsync(true);
        await laptop.PressAsync("Sign in with a passkey");
        await Expect(laptop.Page).ToHaveURLAsync(new Regex("/home$"));

        App.Clock.Advance(TimeSpan.FromMinutes(16));
        await laptop.OpenAsync("/profile/security");
        await laptop.Page.GetByRole(AriaRole.Link, new() { Name = "Remove Office laptop" }).ClickAsync();
        await laptop.PressAsync("Use a passkey");
        await laptop.PressAsync("Remove");
        await laptop.ShouldSeeAsync("No passkeys.");
    }

    [Fact]
    public async Task A_security_key_that_checks_nobody_completes_a_sign_in_and_replaces_no_password()
    {
        var ada = (await App.EnrolAsync(await App.SignUpAsync())).Person;
        var desk = await VisitAsAsync(ada);
        await VirtualAuthenticator.AddAsync(desk.Page, isPlatform: false);
        await desk.OpenAsync("/profile/security/passkeys/add");
        await desk.FillAsync("Name", "Blue key");
        await desk.PressAsync("Create passkey");
        await desk.ShouldSeeAsync("Blue key");
        await desk.ShouldSeeAsync("Second factor");

        await SignOutAsync(desk);
        await desk.GivePasswordAsync(ada.Email);
        await desk.ShouldSeeHeadingAsync("Enter your code");
        await desk.PressAsync("Use a passkey");
        await desk.ShouldSeeHeadingAsync("Sessions");
    }

    private static async Task SignOutAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/sign-out");
        await visitor.PressAsync("Sign out");
    }
}
