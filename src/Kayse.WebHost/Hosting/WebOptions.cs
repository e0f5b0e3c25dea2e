namespace Kayse.WebHost.Hosting;

/// <summary>What the web host itself is set up with; section <c>Kayse</c>.</summary>
internal sealed class WebOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse";

    /// <summary>The reverse proxies in front, whose X-Forwarded headers are believed.</summary>
    public ProxyOptions Proxies { get; set; } = new();

    /// <summary>What only the benchmark needs.</summary>
    public BenchOptions Bench { get; set; } = new();
}

/// <summary>Reverse proxies.</summary>
internal sealed class ProxyOptions
{
    /// <summary>Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/8</c>); none by default: the connection's own address counts.</summary>
    public IList<string> Known { get; } = [];
}

/// <summary>The benchmark.</summary>
internal sealed class BenchOptions
{
    /// <summary>Whether there is a route that does nothing, <c>GET /bench/noop</c>.</summary>
    public bool Enabled { get; set; }
}
