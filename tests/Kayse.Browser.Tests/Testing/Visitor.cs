using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Testing;

/// <summary>A person at a browser of their own.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly Uri _site;
    private readonly IBrowserContext _context;
    private readonly Trouble _trouble;
    private readonly string _lastSeen;

    private Visitor(Uri site, IBrowserContext context, IPage page, string lastSeen)
    {
        _site = site;
        _context = context;
        _trouble = new Trouble(context);
        // The session of a page that is open may have ended elsewhere before its stream begins.
        _trouble.Expect($"401 (Unauthorized) ({site}api/v1/me/notifications/stream");
        _lastSeen = lastSeen;
        Page = page;
    }

    public IPage Page { get; }

    internal static async Task<Visitor> NewAsync(Uri site, VisitorOptions options, string lastSeen)
    {
        var context = await Chromium.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = site.ToString(),
                JavaScriptEnabled = options.JavaScript,
                UserAgent = options.UserAgent,
                Locale = "en-GB",
                TimezoneId = "Europe/London",
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new ViewportSize { Width = options.Width, Height = 800 },
            }
        );
        return new Visitor(site, context, await context.NewPageAsync(), lastSeen);
    }

    /// <summary>Gives the browser somebody's session, for tests that are not about signing in.</summary>
    public Task SignInAsAsync(Person person) =>
        _context.AddCookiesAsync([
            new Cookie
            {
                Name = "kayse_session",
                Value = person.Token,
                Url = _site.ToString(),
                HttpOnly = true,
                SameSite = SameSiteAttribute.Lax,
            },
        ]);

    /// <summary>Opens a path of the site, or a link out of a mail.</summary>
    public Task OpenAsync(string path) => Page.GotoAsync(path);

    /// <summary>Says that a trouble with this text in it belongs to the test; any other fails it.</summary>
    public void Expect(string trouble) => _trouble.Expect(trouble);

    public void ShouldHaveNoTrouble() => _trouble.ShouldBeNone();

    /// <summary>The page that somebody was left on is kept as a picture, which shows why a test has failed.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Artefacts.File("last-seen", $"{_lastSeen}.png"), FullPage = true });
        await _context.CloseAsync();
    }
}

/// <summary>How somebody's browser is.</summary>
public sealed record VisitorOptions
{
    public static readonly VisitorOptions Usual = new();

    public static readonly VisitorOptions WithoutJavaScript = new() { JavaScript = false };

    public bool JavaScript { get; init; } = true;

    /// <summary>That of the browser itself would say that nobody sits before it.</summary>
    public string UserAgent { get; init; } = UserAgents.Linux;

    public int Width { get; init; } = 1280;
}
