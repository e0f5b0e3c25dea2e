using Kayse.Silo.Telemetry;

namespace Kayse.Silo.Tests.Telemetry;

public sealed class TelemetryOptionsTests
{
    public static TheoryData<TelemetryOptions> Usable =>
        [
            new TelemetryOptions(),
            new TelemetryOptions { OtlpEndpoint = "http://collector:4317", OtlpHeaders = "api-key=secret,tenant=one" },
            new TelemetryOptions
            {
                OtlpEndpoint = "https://collector.example",
                OtlpProtocol = OtlpProtocol.Http,
                TraceRatio = 0,
            },
            new TelemetryOptions { MetricsPort = 9464, MetricsAddress = "::" },
            new TelemetryOptions { MetricsToken = new string('x', TelemetryOptions.MinTokenLength) },
        ];

    public static TheoryData<TelemetryOptions, string> Unusable =>
        new()
        {
            {
                new TelemetryOptions { OtlpEndpoint = "collector:4317" },
                "OtlpEndpoint"
            },
            {
                new TelemetryOptions { OtlpEndpoint = "http://me:secret@collector:4317" },
                "OtlpEndpoint"
            },
            {
                new TelemetryOptions { OtlpProtocol = (OtlpProtocol)7 },
                "OtlpProtocol"
            },
            {
                new TelemetryOptions { OtlpHeaders = "api-key" },
                "OtlpHeaders"
            },
            {
                new TelemetryOptions { TraceRatio = 1.5 },
                "TraceRatio"
            },
            {
                new TelemetryOptions { TraceRatio = double.NaN },
                "TraceRatio"
            },
            {
                new TelemetryOptions { MetricsPort = 70_000 },
                "MetricsPort"
            },
            {
                new TelemetryOptions { MetricsAddress = "everywhere" },
                "MetricsAddress"
            },
            {
                new TelemetryOptions { MetricsToken = "short" },
                "MetricsToken"
            },
        };

    [Theory, MemberData(nameof(Usable))]
    public void What_can_be_used_is_taken(TelemetryOptions options) =>
        new TelemetryOptionsValidator().Validate(null, options).Succeeded.ShouldBeTrue();

    [Theory, MemberData(nameof(Unusable))]
    public void What_cannot_is_named_without_what_it_says(TelemetryOptions options, string setting)
    {
        var failure = new TelemetryOptionsValidator().Validate(null, options).FailureMessage!;
        failure.ShouldStartWith($"Kayse:Telemetry:{setting} must ");
        failure.ShouldNotContain("secret");
    }
}
