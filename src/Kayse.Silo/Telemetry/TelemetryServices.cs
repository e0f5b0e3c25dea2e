using Kayse.Grains.Hosting;
using Kayse.Silo.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Orleans.Hosting;

namespace Kayse.Silo.Telemetry;

internal static class TelemetryServices
{
    /// <summary>
    /// Collects and sends what is configured. Nothing is measured or traced for nobody: without settings this adds nothing.
    /// </summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder, ClusterRole role)
    {
        builder.Services.AddValidatedOptions<TelemetryOptions, TelemetryOptionsValidator>(TelemetryOptions.Section);
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        // What is wrong is said once, by the check at start.
        if (new TelemetryOptionsValidator().Validate(null, options).Failed || !(options.IsSent || options.IsScraped))
            return;
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("kayse-accounts"));
        telemetry.WithMetrics(metrics => Collect(metrics, options));
        if (role is ClusterRole.Silo)
            builder.UseOrleans(silo => silo.AddIncomingGrainCallFilter<ReminderLag>());
        if (options.IsSent)
        {
            telemetry.WithTracing(traces => Collect(traces, options));
            builder.Logging.AddOpenTelemetry(logs => Collect(logs, options));
            builder.PropagateTraces(role);
        }

        if (options.MetricsPort is { } port)
            builder.Services.AddHostedService(services => new MetricsServer(services, options.MetricsAddress, port));
    }

    private static void Collect(MeterProviderBuilder metrics, TelemetryOptions options)
    {
        metrics
            .AddMeter("Kayse.*", "Microsoft.Orleans", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
            .AddRuntimeInstrumentation()
            .AddView(
                "http.server.request.duration",
                new MetricStreamConfiguration { TagKeys = ["http.request.method", "http.route", "http.response.status_code"] }
            )
            // Counted up and down with each request, which a check of a session would feel, and it tells little.
            .AddView("http.server.active_requests", MetricStreamConfiguration.Drop);
        if (options.IsScraped)
            metrics.AddPrometheusExporter();
        if (options.IsSent)
            metrics.AddOtlpExporter(to => Send(to, options, "metrics"));
    }

    // Also of requests that say they are traced elsewhere: a stranger can't have every request of theirs recorded.
    private static void Collect(TracerProviderBuilder traces, TelemetryOptions options)
    {
        var some = new TraceIdRatioBasedSampler(options.TraceRatio);
        traces
            .SetSampler(new ParentBasedSampler(some, remoteParentSampled: some))
            .AddSource("Microsoft.Orleans.Application")
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddProcessor(new KnownTags())
            .AddOtlpExporter(to => Send(to, options, "traces"));
    }

    private static void Collect(OpenTelemetryLoggerOptions logs, TelemetryOptions options)
    {
        logs.IncludeFormattedMessage = true;
        logs.AddOtlpExporter(to => Send(to, options, "logs"));
    }

    private static void Send(OtlpExporterOptions to, TelemetryOptions options, string what)
    {
        var isHttp = options.OtlpProtocol == OtlpProtocol.Http;
        to.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        to.Endpoint = new Uri(isHttp ? $"{options.OtlpEndpoint.TrimEnd('/')}/v1/{what}" : options.OtlpEndpoint);
        to.Headers = options.OtlpHeaders;
    }

    private static void PropagateTraces(this IHostApplicationBuilder builder, ClusterRole role)
    {
        if (role is ClusterRole.Silo)
            builder.UseOrleans(silo => silo.AddActivityPropagation());
        else
            builder.UseOrleansClient(client => client.AddActivityPropagation());
    }
}
