using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kayse.Grains.Webhooks;

/// <summary>Signs as Standard Webhooks wants it: HMAC-SHA256 over id, time and body.</summary>
public static class WebhookSignature
{
    /// <summary>The signatures by all keys, as the header holds them.</summary>
    public static string Of(string id, long timestamp, ReadOnlySpan<byte> body, IEnumerable<byte[]> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        byte[] content = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, content))}"));
    }
}
