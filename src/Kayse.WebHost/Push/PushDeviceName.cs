using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Push;

/// <summary>What a device is called before its person gives it a name.</summary>
internal static class PushDeviceName
{
    public static string Of(ClientDevice device) =>
        (device.Browser, device.OperatingSystem) switch
        {
            ({ } browser, { } system) => $"{browser} on {system}",
            ({ } browser, null) => browser,
            (null, { } system) => system,
            _ => "Unknown device",
        };
}
