namespace Kayse.Silo.NameServers;

/// <summary>How the DNS is asked, such as for the records of verified domains; section <c>Kayse:Dns</c>.</summary>
public sealed class DnsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Dns";

    /// <summary>
    /// The name servers to ask, each an IP address or one with a port; empty for those of the system. They must resolve
    /// any name, as a provider's do.
    /// </summary>
    public IList<string> Servers { get; } = [];

    /// <summary>How long one answer is waited for; 100 milliseconds to 10 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);
}
