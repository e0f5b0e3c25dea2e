namespace Kayse.Grains.Mail;

/// <summary>Where something was done from, as far as it is known.</summary>
public sealed record RequestOrigin(string? Browser, string? OperatingSystem, string? Place, string? IpAddress)
{
    /// <summary>Such as <c>with Firefox on Windows from Germany (IP address 203.0.113.7)</c>.</summary>
    public string InWords
    {
        get
        {
            var with = (Browser, OperatingSystem) switch
            {
                (null, null) => "with an unknown device",
                (null, _) => $"on {OperatingSystem}",
                (_, null) => $"with {Browser}",
                _ => $"with {Browser} on {OperatingSystem}",
            };
            var from = Place switch
            {
                null or "Unknown" => "",
                "Local network" => " from the local network",
                _ => $" from {Place}",
            };
            return $"{with}{from}{(IpAddress is null ? "" : $" (IP address {IpAddress})")}";
        }
    }
}
