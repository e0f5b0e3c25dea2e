using Kayse.WebHost.Http.OpenApi;

namespace Kayse.WebHost.BusinessHours;

/// <summary>The instant that is asked about. A text, so that a bad one is a problem that names the field.</summary>
/// <param name="At">A time (RFC 3339); without it, now.</param>
internal sealed record StatusQuery([QueryTime] string? At);
