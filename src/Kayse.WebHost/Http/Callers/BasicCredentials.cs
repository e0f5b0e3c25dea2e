using System.Text;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// The credentials of an OAuth client in the Authorization header (RFC 7617), each percent-encoded as RFC 6749 section
/// 2.3.1 has it.
/// </summary>
internal sealed record BasicCredentials(string UserId, string Password)
{
    private const string Scheme = "Basic ";
    private const int MaxLength = 1024;
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads them; false when there are none, or they can't be read.</summary>
    public static bool TryRead(HttpRequest request, out BasicCredentials credentials)
    {
        credentials = null!;
        var header = request.Headers.Authorization;
        if (
            header.Count != 1
            || header[0] is not { Length: <= MaxLength } value
            || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || Decode(value.AsSpan(Scheme.Length).Trim(' ')) is not { } pair
            || pair.IndexOf(':', StringComparison.Ordinal) is not (var colon and > 0)
        )
            return false;
        credentials = new(Uri.UnescapeDataString(pair[..colon]), Uri.UnescapeDataString(pair[(colon + 1)..]));
        return true;
    }

    private static string? Decode(ReadOnlySpan<char> base64)
    {
        Span<byte> bytes = stackalloc byte[MaxLength];
        if (!Convert.TryFromBase64Chars(base64, bytes, out var length))
            return null;
        try
        {
            return _utf8.GetString(bytes[..length]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
