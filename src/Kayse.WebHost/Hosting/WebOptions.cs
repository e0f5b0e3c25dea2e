namespace Kayse.WebHost.Hosting;

/// <summary>What the web host itself is set up with; section <c>Kayse</c>.</summary>
internal sealed class WebOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse";

    /// <summary>The reverse proxies in front, whose X-Forwarded headers are believed.</summary>
    public ProxyOptions Proxies { get; set; } = new();

    /// <summary>
    /// Names by which requests may ask for the service beside that of <c>PublicUrl</c> and this machine's own
    /// (<c>localhost</c>, <c>127.0.0.1</c>, <c>[::1]</c>): such as the name that other services use inside a network.
    /// <c>*.example.com</c> stands for all names below it. None by default.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>What one client may take of the server.</summary>
    public ConnectionOptions Connections { get; set; } = new();

    /// <summary>What only the benchmark needs.</summary>
    public BenchOptions Bench { get; set; } = new();
}

/// <summary>Reverse proxies.</summary>
internal sealed class ProxyOptions
{
    /// <summary>
    /// Addresses (<c>10.0.0.5</c>) or networks (<c>10.0.0.0/8</c>); none by default: the connection's own address
    /// counts.
    /// </summary>
    public IList<string> Known { get; } = [];
}

/// <summary>Limits of connections; those of requests are in <see cref="Http.RateLimits.RateLimitOptions"/>.</summary>
internal sealed class ConnectionOptions
{
    /// <summary>
    /// How many there may be at once, 10 to 1,000,000; one more is closed unanswered. Each takes some 10 KiB.
    /// </summary>
    public int Max { get; set; } = 10_000;

    /// <summary>
    /// How long one may stay without a request, 1 second to 1 hour. A proxy in front should give up earlier.
    /// </summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(130);

    /// <summary>How long the headers of a request may take to arrive, 1 second to 10 minutes.</summary>
    public TimeSpan Headers { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes a second in which a body has to arrive on average, after 5 seconds; 1 to 1,000,000.</summary>
    public int MinBodyBytesPerSecond { get; set; } = 240;
}

/// <summary>The benchmark.</summary>
internal sealed class BenchOptions
{
    /// <summary>
    /// Whether there are <c>GET /bench/noop</c>, which does nothing, and <c>GET /bench/session-checks</c>.
    /// </summary>
    public bool Enabled { get; set; }
}
