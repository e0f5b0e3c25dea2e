namespace Kayse.Silo.Outbound;

/// <summary>Where requests to addresses that users give may go; section <c>Kayse:Outbound</c>.</summary>
public sealed class OutboundOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Outbound";

    /// <summary>
    /// Hosts (<c>host</c> or <c>host:port</c>) that may be in a private network, may listen on any port that is named,
    /// and may be asked over plain http; empty for none.
    /// </summary>
    public IList<string> AllowedPrivateHosts { get; } = [];
}
