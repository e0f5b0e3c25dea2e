using Kayse.Grains.Sessions;

namespace Kayse.Grains.Mail;

/// <summary>Devices as people say them.</summary>
internal static class Devices
{
    /// <summary>Such as <c>with Firefox on Windows from Germany (IP address 203.0.113.7)</c>.</summary>
    public static string InWords(ClientDevice device)
    {
        var with = (device.Browser, device.OperatingSystem) switch
        {
            (null, null) => "on an unknown device",
            (null, _) => $"on {device.OperatingSystem}",
            (_, null) => $"with {device.Browser}",
            _ => $"with {device.Browser} on {device.OperatingSystem}",
        };
        var from = device.Location switch
        {
            null or "Unknown" => "",
            "Local network" => " from the local network",
            _ => $" from {device.Location}",
        };
        return $"{with}{from}{(device.IpAddress is null ? "" : $" (IP address {device.IpAddress})")}";
    }
}
