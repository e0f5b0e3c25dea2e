using System.Text.RegularExpressions;
using Kayse.Grains.Sessions;
using Microsoft.Extensions.Caching.Memory;

namespace Kayse.WebHost.Http.Clients.UserAgents;

/// <summary>
/// Reads User-Agent headers by uap-core's patterns, and the hints that Chromium browsers send along, which are truer
/// where they speak. The patterns take a millisecond or two, so what was read is kept for the next who sends the same.
/// </summary>
internal sealed class UserAgentReader : IDisposable
{
    private const int MaxLength = 512;
    private const int MostKept = 2_000;

    // Brands as browsers give them in Sec-CH-UA, where they don't pass for Chrome as they do in the User-Agent.
    private static readonly (string Mark, string Name)[] _brands =
    [
        ("\"Microsoft Edge\"", "Edge"),
        ("\"Opera\"", "Opera"),
        ("\"Brave\"", "Brave"),
        ("\"Vivaldi\"", "Vivaldi"),
        ("\"Samsung Internet\"", "Samsung Internet"),
        ("\"YaBrowser\"", "Yandex Browser"),
        ("\"DuckDuckGo\"", "DuckDuckGo"),
        ("\"Google Chrome\"", "Chrome"),
        ("\"HeadlessChrome\"", "Headless Chrome"),
    ];

    private readonly Lazy<UserAgentPatterns> _patterns = new(UserAgentPatterns.Read);
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>
    /// Reads the header and the hints about platform (<c>"Windows"</c>), being mobile (<c>?1</c>) and brands
    /// (<c>"Brave";v="140", …</c>); empty ones say nothing.
    /// </summary>
    public UserAgent Read(string agent, string platformHint = "", string mobileHint = "", string brandsHint = "")
    {
        var text = agent.Length <= MaxLength ? agent : agent[..MaxLength];
        var said = SaidBy(text);
        if (said.IsProgram)
            return new UserAgent(DeviceKinds.Bot, said.Browser, said.System);
        var system = SystemOf(platformHint.AsSpan().Trim('"')) ?? said.System;
        var isMobile = mobileHint == "?1" || text.Contains("Mobile", StringComparison.Ordinal);
        return new UserAgent(UserAgentNames.Kind(system, said.Device, isMobile), BrandOf(brandsHint) ?? said.Browser, system);
    }

    public void Dispose() => _kept.Dispose();

    private Said SaidBy(string agent)
    {
        if (_kept.TryGetValue(agent, out Said? kept))
            return kept!;
        var said = Match(agent);
        return _kept.Set(agent, said, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) });
    }

    private Said Match(string agent)
    {
        try
        {
            var device = UserAgentPatterns.Find(_patterns.Value.Devices, agent);
            var browser = UserAgentNames.Browser(UserAgentPatterns.Find(_patterns.Value.Browsers, agent));
            var system = UserAgentNames.System(UserAgentPatterns.Find(_patterns.Value.Systems, agent), device);
            return new Said(browser, system, device, IsProgram(agent, browser, system, device));
        }
        catch (RegexMatchTimeoutException)
        {
            // No browser sends what takes that long.
            return new Said(null, null, null, IsProgram: false);
        }
    }

    // Every browser passes for Mozilla or, long ago, Opera. Apps on phones don't, but name their system.
    private static bool IsProgram(string agent, string? browser, string? system, string? device) =>
        device is UserAgentPatterns.Crawler
        || browser is "Headless Chrome"
        || (
            browser is not null
            && system is not ("Android" or "iOS" or "iPadOS")
            && !agent.StartsWith("Mozilla/", StringComparison.Ordinal)
            && !agent.StartsWith("Opera/", StringComparison.Ordinal)
        );

    private static string? SystemOf(ReadOnlySpan<char> hint) =>
        hint switch
        {
            "Windows" => "Windows",
            "macOS" => "macOS",
            "Linux" => "Linux",
            "Android" => "Android",
            "iOS" => "iOS",
            "Chrome OS" or "Chromium OS" => "ChromeOS",
            _ => null,
        };

    private static string? BrandOf(string hint)
    {
        var text = hint.AsSpan(0, Math.Min(hint.Length, MaxLength));
        foreach (var (mark, name) in _brands)
        {
            if (text.Contains(mark, StringComparison.Ordinal))
                return name;
        }

        return null;
    }

    private sealed record Said(string? Browser, string? System, string? Device, bool IsProgram);
}
