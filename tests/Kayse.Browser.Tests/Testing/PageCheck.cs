using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Testing;

/// <summary>
/// What holds for every page: accessible when it is wide and light, and narrow and dark; nothing to scroll sideways at 320 pixels;
/// nothing moves while it loads; light. Leaves a picture of either.
/// </summary>
internal sealed class PageCheck(Visitor visitor, string name)
{
    private const int Height = 800;
    private const int Narrowest = 320;
    private const int MostBytes = 50 * 1024;
    private const int MostFontBytes = 48 * 1024;

    // A tenth of what browsers call good: less than anybody sees, and what a slow machine that paints half a page may
    // make.
    private const double MostShift = 0.01;

    // What a width shows it shows in both themes, and what a theme does it does at both widths.
    private static readonly (int Width, ColorScheme Theme)[] _views = [(1280, ColorScheme.Light), (360, ColorScheme.Dark)];

    private readonly IPage _page = visitor.Page;
    private readonly List<string> _findings = [];

    /// <summary>Checks a page as it is after somebody has opened it and then done something there.</summary>
    public async Task RunAsync(string path, Func<IPage, Task>? then)
    {
        foreach (var (width, theme) in _views)
        {
            await _page.SetViewportSizeAsync(width, Height);
            await OpenAsync(path, theme);
            if (then is not null)
                await then(_page);
            await LookAsync(width, theme);
        }

        await _page.SetViewportSizeAsync(Narrowest, Height);
        Note(await ContentWidthAsync() > Narrowest, $"is {await ContentWidthAsync()} pixels wide at {Narrowest}: {await WidestAsync()}");
        string.Join("\n\n", _findings).ShouldBeEmpty();
        visitor.ShouldHaveNoTrouble();
    }

    private async Task OpenAsync(string path, ColorScheme theme)
    {
        await _page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
        // Else a path with a fragment would be one on the page that is there already.
        await _page.GotoAsync("about:blank");
        await using var transfer = await Transfer.StartAsync(_page);
        await _page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Note(transfer.Bytes > MostBytes, $"takes {transfer.Bytes / 1024:N1} KiB beside pictures and the font");
        Note(transfer.FontBytes > MostFontBytes, $"takes {transfer.FontBytes / 1024:N1} KiB for its font");
        var shift = await LayoutShift.OfAsync(_page);
        Note(shift.Sum > MostShift, $"moves while it loads, by {shift.Sum:N4}: {string.Join(" | ", shift.Moved)}");
    }

    private async Task LookAsync(int width, ColorScheme theme)
    {
        var picture = $"{name}.{theme.ToString().ToLowerInvariant()}.{width}.png";
        // A dialog lies over what is in view.
        var isWhole = await _page.Locator("dialog[open]").CountAsync() == 0;
        await _page.ScreenshotAsync(new PageScreenshotOptions { Path = Artefacts.File("pages", picture), FullPage = isWhole });
        foreach (var finding in await Axe.FindingsAsync(_page))
            Note(true, $"({theme}, {width}): {finding}");
        Note(await ContentWidthAsync() > width, $"is {await ContentWidthAsync()} pixels wide at {width}: {await WidestAsync()}");
    }

    private Task<int> ContentWidthAsync() => _page.EvaluateAsync<int>("document.documentElement.scrollWidth");

    // Which elements stick out, so that one needn't search for them.
    private Task<string> WidestAsync() =>
        _page.EvaluateAsync<string>(
            """
            () => [...document.body.querySelectorAll("*")].filter(element => element.getBoundingClientRect().right > innerWidth)
              .slice(-3).map(element => element.outerHTML.slice(0, 120)).join(" | ")
            """
        );

    private void Note(bool isWrong, string finding)
    {
        if (isWrong)
            _findings.Add($"{name} {finding}");
    }
}
