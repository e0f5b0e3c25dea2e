using Kayse.Grains.Support;

namespace Kayse.WebHost.Support;

/// <summary>What the company wants changed.</summary>
internal sealed class ChangeRequestRequest
{
    /// <summary><c>subscription</c> or <c>billing_details</c>.</summary>
    public required ChangeSubject Subject { get; init; }

    /// <summary>What support is to know; up to 2,000 characters, line breaks included.</summary>
    public required string Message { get; init; }

    /// <summary>Whether diagnostics are sent along.</summary>
    public bool Diagnostics { get; init; } = true;

    /// <summary>
    /// The <c>traceId</c> of an answer in question; when it is left out, or is none, that of this request.
    /// </summary>
    public string? TraceId { get; init; }
}
