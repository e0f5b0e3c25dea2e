using System.Collections.Frozen;
using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Http.Clients.UserAgents;

/// <summary>Turns uap-core's names into those that people know, and into kinds of device.</summary>
internal static class UserAgentNames
{
    private const int MaxLength = 40;

    // Longest first: what is left is the browser's name on every kind of device.
    private static readonly string[] _suffixes =
    [
        " Mobile UI/WKWebView",
        " UI/WKWebView",
        " Mobile WebView",
        " Mobile iOS",
        " Mobile",
        " iOS",
    ];

    private static readonly FrozenDictionary<string, string> _browsers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["IE"] = "Internet Explorer",
        ["HeadlessChrome"] = "Headless Chrome",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _systems = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Mac OS X"] = "macOS",
        ["Chrome OS"] = "ChromeOS",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> _desktops = new[]
    {
        "Windows",
        "macOS",
        "Mac OS",
        "ChromeOS",
        "Linux",
        "Ubuntu",
        "Kubuntu",
        "Debian",
        "Fedora",
        "Red Hat",
        "CentOS",
        "Mandriva",
        "Mageia",
        "SUSE",
        "openSUSE",
        "Arch Linux",
        "Gentoo",
        "Slackware",
        "Puppy",
        "PCLinuxOS",
        "FreeBSD",
        "OpenBSD",
        "NetBSD",
        "Solaris",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> _phones = new[]
    {
        "iOS",
        "Windows Phone",
        "Windows Mobile",
        "BlackBerry OS",
        "KaiOS",
        "Firefox OS",
        "Symbian OS",
        "Nokia Series 30 Plus",
        "Nokia Series 40",
        "Bada",
        "MeeGo",
        "Maemo",
        "Tizen",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A browser's or program's name without what tells its variants apart: <c>Chrome Mobile iOS</c> is Chrome.
    /// </summary>
    public static string? Browser(string? name)
    {
        if (Word(name) is not { } browser)
            return null;
        browser = browser.StartsWith("Mobile ", StringComparison.Ordinal) ? browser["Mobile ".Length..] : browser;
        if (Array.Find(_suffixes, suffix => browser.EndsWith(suffix, StringComparison.Ordinal)) is { } variant)
            browser = browser[..^variant.Length];
        return _browsers.GetValueOrDefault(browser, browser);
    }

    /// <summary>A system's name.</summary>
    public static string? System(string? name, string? device) =>
        Word(name) switch
        {
            null => null,
            "iOS" when device is "iPad" => "iPadOS",
            var system => _systems.GetValueOrDefault(system, system),
        };

    /// <summary>The kind of device that a system runs on.</summary>
    /// <param name="system">As people know it.</param>
    /// <param name="device">As uap-core names it.</param>
    /// <param name="isMobile">Whether the browser says that it is on a phone: those on Android tablets don't.</param>
    public static string Kind(string? system, string? device, bool isMobile)
    {
        if (system is "iPadOS" || device is "Kindle" || device?.Contains("Tablet", StringComparison.Ordinal) is true)
            return DeviceKinds.Tablet;
        if (system is "Android")
            return isMobile ? DeviceKinds.Phone : DeviceKinds.Tablet;
        if (system is null)
            return DeviceKinds.Unknown;
        if (_desktops.Contains(system))
            return DeviceKinds.Desktop;
        return _phones.Contains(system) ? DeviceKinds.Phone : DeviceKinds.Unknown;
    }

    // Some patterns take the name from what was sent: it is shown on pages and in mails, so it must be a name and not a
    // message.
    private static string? Word(string? name) =>
        name is { Length: > 0 and <= MaxLength }
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '/' or '(' or ')' or '+' or '!')
            ? name
            : null;
}
