using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Console.Design;

/// <summary>Devices in words and pictures.</summary>
public static class Devices
{
    /// <summary>What it is, as far as it told: <c>Firefox on Windows</c>.</summary>
    public static string Name(ClientDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return (device.Browser, device.OperatingSystem) switch
        {
            ({ } browser, { } system) => $"{browser} on {system}",
            ({ } browser, null) => browser,
            (null, { } system) => system,
            _ => "Unknown device",
        };
    }

    /// <summary>The name of its icon.</summary>
    public static string Icon(string kind) =>
        kind switch
        {
            "phone" => "smartphone",
            "tablet" => "tablet",
            "bot" => "bot",
            _ => "monitor",
        };
}
