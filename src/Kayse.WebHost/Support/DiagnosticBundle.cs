using System.Diagnostics;
using System.Reflection;
using Kayse.Grains.Support;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;

namespace Kayse.WebHost.Support;

/// <summary>What a request tells of itself for support to find out what happened.</summary>
internal static class DiagnosticBundle
{
    private const int TraceIdLength = 32;

    // Without the commit that the build adds.
    private static readonly string _version = typeof(DiagnosticBundle)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    /// <param name="context">The request.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="traceId">Of the request in question; when it is null or none, this is in question.</param>
    public static Diagnostics Of(HttpContext context, Caller caller, TimeProvider clock, string? traceId)
    {
        var device = ClientDevices.Of(context);
        return new Diagnostics(
            _version,
            clock.GetUtcNow(),
            IsTraceId(traceId) ? traceId! : Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier,
            caller.SessionId,
            device.Browser,
            device.OperatingSystem
        );
    }

    /// <summary>As people read it, and as it can be copied: a line for each.</summary>
    public static IReadOnlyList<(string Name, string Value)> Facts(Diagnostics diagnostics) =>
        [
            ("Version", diagnostics.Version),
            ("Trace id", diagnostics.TraceId),
            ("Session id", diagnostics.SessionId),
            ("Browser", diagnostics.Browser ?? "Unknown"),
            ("Operating system", diagnostics.OperatingSystem ?? "Unknown"),
        ];

    private static bool IsTraceId(string? text) => text?.Length == TraceIdLength && text.All(char.IsAsciiHexDigitLower);
}
