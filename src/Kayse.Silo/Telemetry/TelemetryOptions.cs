namespace Kayse.Silo.Telemetry;

/// <summary>Where metrics, traces and logs go; section <c>Kayse:Telemetry</c>. Nowhere unless something is set.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Telemetry";

    /// <summary>The shortest token that opens <c>/metrics</c>, in characters.</summary>
    public const int MinTokenLength = 32;

    /// <summary>
    /// The collector that metrics, traces and logs are sent to by OTLP, such as <c>http://collector:4317</c>; empty for
    /// none.
    /// </summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>How they are sent.</summary>
    public OtlpProtocol OtlpProtocol { get; set; }

    /// <summary>Headers of what is sent, such as <c>api-key=secret</c>, several separated by commas.</summary>
    public string OtlpHeaders { get; set; } = "";

    /// <summary>How many of all traces are sent, from 0 to 1.</summary>
    public double TraceRatio { get; set; } = 0.1;

    /// <summary>The port of a server of its own for Prometheus, which asks for no token; null for none.</summary>
    public int? MetricsPort { get; set; }

    /// <summary>The address on which that server listens; by default only this machine reaches it.</summary>
    public string MetricsAddress { get; set; } = "127.0.0.1";

    /// <summary>
    /// The bearer token that opens <c>/metrics</c> beside the product's own routes; empty for no such route.
    /// </summary>
    public string MetricsToken { get; set; } = "";

    /// <summary>Whether anything is sent by OTLP.</summary>
    public bool IsSent => OtlpEndpoint.Length > 0;

    /// <summary>Whether Prometheus can read metrics.</summary>
    public bool IsScraped => MetricsPort is not null || MetricsToken.Length > 0;
}
