using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Branding;

/// <summary>Changes a company's branding; absent fields stay as they are, null clears.</summary>
internal sealed class BrandingRequest
{
    /// <summary>Six hexadecimal digits, such as <c>#2563eb</c>; null for Kayse's own color.</summary>
    public Optional<string?> AccentColor { get; init; }
}
