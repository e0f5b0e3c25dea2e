using Kayse.Grains.Support;

namespace Kayse.WebHost.Support;

/// <summary>How people reach support. What isn't offered is null.</summary>
/// <param name="Email">Where support is mailed.</param>
/// <param name="ChatUrl">Where people chat with support.</param>
/// <param name="HelpCentreUrl">Where people find answers.</param>
/// <param name="Diagnostics">What helps support to find out what happened.</param>
internal sealed record SupportResponse(string? Email, string? ChatUrl, string? HelpCentreUrl, DiagnosticsResponse Diagnostics)
{
    public static SupportResponse Of(SupportOptions options, Diagnostics diagnostics) =>
        new(
            NullIfEmpty(options.Email),
            NullIfEmpty(options.ChatUrl),
            NullIfEmpty(options.HelpCentreUrl),
            new DiagnosticsResponse(
                diagnostics.Version,
                diagnostics.At,
                diagnostics.TraceId,
                diagnostics.SessionId,
                diagnostics.Browser,
                diagnostics.OperatingSystem
            )
        );

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <summary>What helps support to find out what happened. It holds no secret.</summary>
/// <param name="Version">Of Kayse.</param>
/// <param name="At">When it was made.</param>
/// <param name="TraceId">Of this request.</param>
/// <param name="SessionId">The session's.</param>
/// <param name="Browser">Null when it is not known.</param>
/// <param name="OperatingSystem">Null when it is not known.</param>
internal sealed record DiagnosticsResponse(
    string Version,
    DateTimeOffset At,
    string TraceId,
    string SessionId,
    string? Browser,
    string? OperatingSystem
);

/// <summary>A request that is on its way to support.</summary>
/// <param name="Id">Of the request; the audit log has it under this id.</param>
internal sealed record ChangeRequestedResponse(string Id);
