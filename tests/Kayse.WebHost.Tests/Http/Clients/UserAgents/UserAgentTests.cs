using Kayse.WebHost.Http.Clients.UserAgents;

namespace Kayse.WebHost.Tests.Http.Clients.UserAgents;

public sealed class UserAgentTests : IDisposable
{
    private readonly UserAgentReader _reader = new();

    public void Dispose() => _reader.Dispose();

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "desktop", "Firefox", "Windows")]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
        "desktop",
        "Edge",
        "Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
        "desktop",
        "Safari",
        "macOS"
    )]
    [InlineData(
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        "desktop",
        "Chrome",
        "Linux"
    )]
    [InlineData(
        "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        "desktop",
        "Chrome",
        "ChromeOS"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
        "phone",
        "Safari",
        "iOS"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0.0.0 Mobile/15E148 Safari/604.1",
        "phone",
        "Chrome",
        "iOS"
    )]
    [InlineData(
        "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
        "tablet",
        "Safari",
        "iPadOS"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
        "phone",
        "Chrome",
        "Android"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Safari/537.36",
        "tablet",
        "Samsung Internet",
        "Android"
    )]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 OPR/124.0.0.0",
        "desktop",
        "Opera",
        "Windows"
    )]
    [InlineData("curl/8.5.0", "bot", "curl", null)]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 8.0.0; CUBOT_P20) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.110 Mobile Safari/537.36",
        "phone",
        "Chrome",
        "Android"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 9; KFTRWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/120.1.1 like Chrome/120.0.6099.230 Safari/537.36",
        "tablet",
        "Amazon Silk",
        "Android"
    )]
    [InlineData("Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "desktop", "Firefox", "Ubuntu")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko", "desktop", "Internet Explorer", "Windows")]
    [InlineData(
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36",
        "bot",
        "Headless Chrome",
        "Linux"
    )]
    [InlineData("python-requests/2.32.3", "bot", "Python Requests", null)]
    [InlineData("Go-http-client/1.1", "bot", "Go-http-client", null)]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "bot", "Googlebot", null)]
    [InlineData("", "unknown", null, null)]
    [InlineData("something else", "unknown", null, null)]
    public void A_browser_is_told_by_its_header(string agent, string kind, string? browser, string? system) =>
        _reader.Read(agent).ShouldBe(new UserAgent(kind, browser, system));

    [Fact]
    public void Hints_are_believed_before_the_header()
    {
        const string Reduced = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

        _reader.Read(Reduced, "\"Android\"", "?1").ShouldBe(new UserAgent("phone", "Chrome", "Android"));
        _reader.Read(Reduced, "\"Android\"", "?0").ShouldBe(new UserAgent("tablet", "Chrome", "Android"));
        _reader.Read(Reduced, "\"Plan 9\"").ShouldBe(new UserAgent("desktop", "Chrome", "Linux"));
    }

    [Theory]
    [InlineData("\"Brave\";v=\"142\", \"Chromium\";v=\"142\", \"Not_A Brand\";v=\"99\"", "Brave")]
    [InlineData("\"Not_A Brand\";v=\"99\", \"Google Chrome\";v=\"142\", \"Chromium\";v=\"142\"", "Chrome")]
    [InlineData("\"Microsoft Edge\";v=\"142\", \"Chromium\";v=\"142\"", "Edge")]
    [InlineData("\"Chromium\";v=\"142\"", "Chrome")]
    [InlineData("nonsense", "Chrome")]
    public void Brand_that_is_hinted_at_is_believed_before_the_header(string brands, string browser)
    {
        const string Reduced = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

        _reader.Read(Reduced, "\"Linux\"", "?0", brands).ShouldBe(new UserAgent("desktop", browser, "Linux"));
    }

    [Fact]
    public void Input_is_bounded() =>
        _reader.Read($"{new string('x', 10_000)} Firefox/140.0 Windows").ShouldBe(new UserAgent("unknown", null, null));

    [Theory]
    [InlineData("Mozilla/5.0 (compatible; click-evil.example-bot/1.0; +https://evil.example)")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) visit evil.example now Mobile Safari/537.36")]
    public void What_is_sent_can_not_make_a_link(string agent)
    {
        var read = _reader.Read(agent);

        $"{read.Browser} {read.OperatingSystem}".ShouldNotContain(".");
    }
}
