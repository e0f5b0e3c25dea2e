using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Testing;

/// <summary>The one browser of a test run: that of the machine, or the one that <c>KAYSE_CHROMIUM</c> names.</summary>
internal static class Chromium
{
    /// <summary>How long anything may take that a page is waited for; generous, for build machines.</summary>
    public const float Patience = 60_000;

    private static readonly string _program = Environment.GetEnvironmentVariable("KAYSE_CHROMIUM") ?? "/usr/bin/chromium";
    private static readonly Lazy<Task<IBrowser>> _browser = new(LaunchAsync);

    /// <summary>A browser that knows nothing yet.</summary>
    public static async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options)
    {
        var context = await (await _browser.Value).NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    // It ends with the test run, as its driver does.
    private static async Task<IBrowser> LaunchAsync()
    {
        if (!File.Exists(_program))
            throw new FileNotFoundException($"{_program} is missing: install Chromium, or name another one in KAYSE_CHROMIUM.", _program);
        SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = _program,
                Args = ["--disable-dev-shm-usage", "--font-render-hinting=none"],
                Timeout = Patience,
            }
        );
    }
}
