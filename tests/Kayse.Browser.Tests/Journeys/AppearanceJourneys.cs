using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

public sealed class AppearanceJourneys : Journey
{
    [Fact]
    public async Task A_look_is_previewed_and_kept_and_the_strongest_one_is_accessible_on_a_phone()
    {
        var person = await App.SignUpAsync();
        var ada = await VisitAsAsync(person);
        await ada.OpenAsync("/profile/appearance");
        var root = ada.Page.Locator("html");

        await ada.Page.Locator("[name=theme][value=dark]").CheckAsync();
        await Expect(root).ToHaveAttributeAsync("data-theme", "dark");
        await ada.Page.GetByLabel("Text size").SelectOptionAsync("1.5");
        await ada.Page.Locator("[name=highContrast][value=on]").CheckAsync();
        await ada.PressAsync("Save appearance");
        await ada.ShouldSeeAsync("Appearance saved.");

        await ada.Page.SetViewportSizeAsync(360, 800);
        foreach (var path in new[] { "/profile/appearance", "/home", "/settings/staff" })
        {
            await ada.OpenAsync(path);
            (await Axe.FindingsAsync(ada.Page)).ShouldBeEmpty(path);
            (await ada.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360, path);
            await ada.Page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Artefacts.File("pages", $"Strongest{path.Replace('/', '_')}.png") }
            );
        }

        // The first thing that is painted: there is no script that could change it.
        var plain = await VisitAsAsync(person, VisitorOptions.WithoutJavaScript);
        await plain.OpenAsync("/home");
        await Expect(plain.Page.Locator("html")).ToHaveAttributeAsync("data-contrast", "on");
        await Expect(plain.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(0, 0, 0)");
    }

    [Fact]
    public async Task Keys_lead_to_places_once_they_are_turned_on_and_never_while_somebody_types()
    {
        var ada = await VisitAsAsync(await App.SignUpAsync());
        await ada.OpenAsync("/profile/appearance");
        await ada.Page.Keyboard.PressAsync("?");
        await Expect(ada.Page.Locator("#shortcut-sheet")).ToHaveCountAsync(0);
        await ada.TickAsync("Keyboard shortcuts");
        await ada.PressAsync("Save appearance");
        await ada.ShouldSeeAsync("Appearance saved.");

        await ada.Page.Keyboard.PressAsync("?");
        await ada.ShouldSeeHeadingAsync("Keyboard shortcuts");
        await ada.Page.Keyboard.PressAsync("Escape");
        await ada.Page.Keyboard.PressAsync("g");
        await ada.Page.Keyboard.PressAsync("s");
        await ada.ShouldSeeHeadingAsync("Staff");
        await ada.Page.Keyboard.PressAsync("/");
        await Expect(ada.Page.Locator("main input[type=search]")).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("gh?");
        await Expect(ada.Page.Locator("main input[type=search]")).ToHaveValueAsync("gh?");
        await ada.ShouldSeeHeadingAsync("Staff");
    }
}
