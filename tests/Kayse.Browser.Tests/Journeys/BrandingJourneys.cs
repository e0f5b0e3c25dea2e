using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Kayse.Browser.Tests.Testing;
using Kayse.Grains.Domains;
using Kayse.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

public sealed class BrandingJourneys() : Journey(("Kayse:RateLimits:PhotosPerUser:PermitLimit", "1000"))
{
    private const string Logo =
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><path d="M0 0h80v20H0z" fill="#9a3412"/></svg>""";

    [Fact]
    public async Task A_firm_tries_its_look_saves_it_and_signs_in_under_it()
    {
        var owner = await App.SignUpAsync("ada@jones.example");
        var ada = await VisitAsAsync(owner);
        await ada.OpenAsync("/settings/branding");

        await ada.Page.GetByLabel("Logo for light backgrounds").SetInputFilesAsync(FileOf(Logo));
        await Expect(ada.Page.Locator(".preview.on-light img[data-preview=light]")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator(".preview.on-dark img[data-preview=dark]")).ToHaveClassAsync(new Regex("on-plate"));
        await ada.FillAsync("Color (optional)", "#f59e0b");
        await ada.ShouldSeeAsync("It needs at least 4.5:1: choose a darker color.");
        await ada.FillAsync("Color (optional)", "#9a3412");
        await ada.ShouldSeeAsync("White text on it has a contrast of 7.3:1.");
        await Expect(ada.Page.Locator(".preview.on-light .button.primary")).ToHaveCSSAsync("background-color", "rgb(154, 52, 18)");
        await Expect(ada.Page.Locator(".preview.on-dark .button.primary")).Not.ToHaveCSSAsync("background-color", "rgb(154, 52, 18)");
        await ada.Page.ScreenshotAsync(new() { Path = Artefacts.File("pages", "Branding_preview.png"), FullPage = true });
        await ada.PressAsync("Save color");
        await ada.ShouldSeeAsync("Accent color saved.");
        await ada.Page.GetByLabel("Logo for light backgrounds").SetInputFilesAsync(FileOf(Logo));
        await ada.PressAsync("Upload Logo for light backgrounds");
        await ada.ShouldSeeAsync("Logo updated.");
        await Expect(ada.Page.Locator(".topbar .brand img.for-light")).ToBeVisibleAsync();
        await ada.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(ada.Page.Locator(".topbar .brand img.for-dark.on-plate")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator(".topbar .brand img.for-light")).ToBeHiddenAsync();
        await ada.Page.ScreenshotAsync(new() { Path = Artefacts.File("pages", "Branding_saved.dark.png") });

        await App.Services.GetRequiredService<IGrainFactory>().GetGrain<IDomainGrain>("jones.example").ClaimAsync(owner.CompanyId);
        var ben = await VisitAsync();
        await ben.OpenAsync("/sign-in");
        await ben.FillAsync("Email address", "nobody@jones.example");
        await ben.Page.Keyboard.PressAsync("Tab");
        await Expect(ben.Page.GetByRole(AriaRole.Img, new() { Name = "jones.example" })).ToBeVisibleAsync();
        await ben.Page.ScreenshotAsync(new() { Path = Artefacts.File("pages", "Sign_in_branded.png") });
        await ben.FillAsync("Email address", "nobody@elsewhere.example");
        await ben.Page.Keyboard.PressAsync("Tab");
        await Expect(ben.Page.Locator(".card .brand")).ToHaveTextAsync("Kayse");
    }

    [Fact]
    public async Task A_hostile_logo_that_is_taken_does_nothing_as_it_is_served()
    {
        var owner = await App.SignUpAsync();
        var ada = await VisitAsAsync(owner);
        var acts = new List<string>();
        ada.Page.Dialog += async (_, dialog) =>
        {
            acts.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        ada.Page.Request += (_, request) =>
        {
            if (request.Url.Contains(HostileSvgs.Canary, StringComparison.Ordinal))
                acts.Add(request.Url);
        };

        // As it was sent, such a file would be seen to act.
        await ada.Page.RouteAsync(
            "**/control.svg",
            route => route.FulfillAsync(new() { ContentType = "image/svg+xml", BodyBytes = HostileSvgs.All["script"] })
        );
        ada.Expect(HostileSvgs.Canary);
        await ada.OpenAsync("/control.svg");
        acts.ShouldNotBeEmpty();

        foreach (var (name, file) in HostileSvgs.All)
        {
            acts.Clear();
            var answer = await PutAsync(owner, file);
            (answer.Status == HttpStatusCode.OK).ShouldBe(HostileSvgs.IsKept(name), name);
            if (!HostileSvgs.IsKept(name))
                continue;
            var url = answer.At("logos.light.url");
            (await ada.Page.GotoAsync(url))!.Headers["content-security-policy"].ShouldContain("sandbox");
            await ada.OpenAsync("/home");
            (await ada.Page.EvaluateAsync<int>(Show, url)).ShouldBeGreaterThan(0, name);
            acts.ShouldBeEmpty(name);
        }
    }

    private const string Show = """
        async url => {
          const image = document.querySelector("img.logo.for-light");
          await image.decode();
          return new URL(image.src).pathname === url ? image.naturalWidth : 0;
        }
        """;

    private static FilePayload FileOf(string svg) =>
        new()
        {
            Name = "logo.svg",
            MimeType = "image/svg+xml",
            Buffer = Encoding.UTF8.GetBytes(svg),
        };

    private Task<ApiAnswer> PutAsync(Person owner, byte[] file) =>
        App.Client(owner.Token)
            .SendRawAsync(
                HttpMethod.Put,
                "companies/current/logos/light",
                new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("image/svg+xml") } }
            );
}
