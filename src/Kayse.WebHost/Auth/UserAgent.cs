using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Auth;

/// <summary>
/// What a User-Agent says, in a handful of constant words: enough for a person to recognise their devices in a list, no fingerprint, and a million
/// sessions share the texts. The hints that Chromium browsers send along are truer where they speak.
/// </summary>
internal readonly record struct UserAgent(string Kind, string? Browser, string? OperatingSystem)
{
    private const int MaxLength = 512;

    // The first that is found counts: most browsers claim to be their ancestors as well.
    private static readonly (string Mark, string Name)[] _browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"), ("YaBrowser/", "Yandex Browser"),
        ("DuckDuckGo/", "DuckDuckGo"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chromium/", "Chromium"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("Trident/", "Internet Explorer"),
    ];

    private static readonly (string Mark, string Name)[] _systems =
    [
        ("Windows", "Windows"), ("iPhone", "iOS"), ("iPod", "iOS"), ("iPad", "iPadOS"), ("Android", "Android"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"), ("Macintosh", "macOS"), ("Linux", "Linux"), ("FreeBSD", "FreeBSD"),
    ];

    private static readonly (string Mark, string Name)[] _programs =
    [
        ("curl/", "curl"), ("Wget/", "Wget"), ("PostmanRuntime/", "Postman"), ("insomnia/", "Insomnia"), ("HTTPie/", "HTTPie"), ("python-", "Python"),
        ("Python/", "Python"), ("Go-http-client/", "Go"), ("okhttp/", "OkHttp"), ("axios/", "axios"), ("node", "Node.js"), ("Java/", "Java"), ("Dart/", "Dart"),
        ("PowerShell/", "PowerShell"), ("undici", "Node.js"), ("HeadlessChrome/", "Headless Chrome"),
    ];

    // Brands as browsers give them in Sec-CH-UA, where they don't pass for Chrome as they do in the User-Agent.
    private static readonly (string Mark, string Name)[] _brands =
    [
        ("\"Microsoft Edge\"", "Edge"), ("\"Opera\"", "Opera"), ("\"Brave\"", "Brave"), ("\"Vivaldi\"", "Vivaldi"), ("\"Samsung Internet\"", "Samsung Internet"),
        ("\"YaBrowser\"", "Yandex Browser"), ("\"DuckDuckGo\"", "DuckDuckGo"), ("\"Google Chrome\"", "Chrome"), ("\"HeadlessChrome\"", "Headless Chrome"),
    ];

    private static readonly string[] _crawlers = ["bot", "crawl", "spider", "slurp", "facebookexternalhit", "monitor"];

    /// <summary>Reads the header, and Chromium's hints about platform (<c>"Windows"</c>), being mobile (<c>?1</c>) and brands (<c>"Brave";v="140", …</c>); empty ones say nothing.</summary>
    public static UserAgent Parse(string agent, string platformHint = "", string mobileHint = "", string brandsHint = "")
    {
        var text = agent.AsSpan(0, Math.Min(agent.Length, MaxLength));
        if (Find(text, _programs) is { } program)
            return new UserAgent(DeviceKinds.Bot, program, Find(text, _systems));
        if (IsCrawler(text))
            return new UserAgent(DeviceKinds.Bot, null, null);
        var system = SystemOf(platformHint.AsSpan().Trim('"')) ?? Find(text, _systems);
        var browser = Find(brandsHint.AsSpan(0, Math.Min(brandsHint.Length, MaxLength)), _brands) ?? Find(text, _browsers);
        return new UserAgent(KindOf(text, system, mobileHint), browser, system);
    }

    private static string KindOf(ReadOnlySpan<char> text, string? system, string mobileHint) => system switch
    {
        "iOS" => DeviceKinds.Phone,
        "iPadOS" => DeviceKinds.Tablet,
        // Android tablets leave "Mobile" out; both kinds of hint are only ever sent with a User-Agent.
        "Android" => string.Equals(mobileHint, "?1", StringComparison.Ordinal) || text.Contains("Mobile", StringComparison.Ordinal) ? DeviceKinds.Phone : DeviceKinds.Tablet,
        null => DeviceKinds.Unknown,
        _ => DeviceKinds.Desktop,
    };

    private static string? SystemOf(ReadOnlySpan<char> hint) => hint switch
    {
        "Windows" => "Windows",
        "macOS" => "macOS",
        "Linux" => "Linux",
        "Android" => "Android",
        "iOS" => "iOS",
        "Chrome OS" or "Chromium OS" => "ChromeOS",
        _ => null,
    };

    private static string? Find(ReadOnlySpan<char> text, (string Mark, string Name)[] marks)
    {
        foreach (var (mark, name) in marks)
        {
            if (text.Contains(mark, StringComparison.Ordinal))
                return name;
        }

        return null;
    }

    private static bool IsCrawler(ReadOnlySpan<char> text)
    {
        foreach (var crawler in _crawlers)
        {
            if (text.Contains(crawler, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
