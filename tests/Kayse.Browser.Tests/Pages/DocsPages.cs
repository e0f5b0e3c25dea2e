using System.Diagnostics;
using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Pages;

/// <summary>
/// The page on which people read the API. It is Scalar's, so it is not checked like a page of ours: it opens, shows the
/// operations, and asks no other host for anything. Leaves a picture of each theme.
/// </summary>
public sealed class DocsPages() : BrowserTests(KayseApp.Listening())
{
    private static readonly TimeSpan _opensWithin = TimeSpan.FromSeconds(10);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await App.DisposeAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_API_can_be_read_without_asking_another_host(ColorScheme theme)
    {
        var visitor = await VisitAsync();
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
        var elsewhere = new List<string>();
        visitor.Page.Request += (_, request) =>
        {
            var url = new Uri(request.Url);
            if (url.Scheme is "http" or "https" && url.Authority != App.Address!.Authority)
                elsewhere.Add(request.Url);
        };

        var watch = Stopwatch.StartNew();
        await visitor.OpenAsync("/docs");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Kayse accounts" })).ToBeVisibleAsync();
        // Generous, for build machines: on one of its own it takes a second.
        watch.Elapsed.ShouldBeLessThan(_opensWithin);
        await Expect(visitor.Page.GetByText("Sign-up and sign-in").First).ToBeVisibleAsync();
        await visitor.Page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Artefacts.File("pages", $"Docs.{theme.ToString().ToLowerInvariant()}.1280.png") }
        );
        elsewhere.ShouldBeEmpty();
    }
}
