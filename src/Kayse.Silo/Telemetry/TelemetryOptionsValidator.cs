using System.Net;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Telemetry;

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    private const string Section = TelemetryOptions.Section;

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        Problems(options).FirstOrDefault() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Problems(TelemetryOptions options)
    {
        if (options.IsSent && !IsCollector(options.OtlpEndpoint))
            yield return $"{Section}:OtlpEndpoint must be an http or https address without a user name, such as http://collector:4317.";
        if (!Enum.IsDefined(options.OtlpProtocol))
            yield return $"{Section}:OtlpProtocol must be Grpc or Http.";
        if (!options.OtlpHeaders.Split(',', StringSplitOptions.RemoveEmptyEntries).All(IsHeader))
            yield return $"{Section}:OtlpHeaders must be name=value, several separated by commas.";
        if (options.TraceRatio is not (>= 0 and <= 1))
            yield return $"{Section}:TraceRatio must be between 0 and 1.";
        if (options.MetricsPort is not (null or (> 0 and <= ushort.MaxValue)))
            yield return $"{Section}:MetricsPort must be between 1 and 65535.";
        if (!IPAddress.TryParse(options.MetricsAddress, out _))
            yield return $"{Section}:MetricsAddress must be an IP address, such as 0.0.0.0 for all.";
        if (options.MetricsToken.Length is > 0 and < TelemetryOptions.MinTokenLength)
            yield return $"{Section}:MetricsToken must have at least {TelemetryOptions.MinTokenLength} characters.";
    }

    private static bool IsCollector(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0;

    private static bool IsHeader(string header) => header.IndexOf('=', StringComparison.Ordinal) > 0;
}
