using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayse.Grains.Tokens;

/// <summary>A hash in JSON is its 32 bytes in base64.</summary>
public sealed class TokenHashJsonConverter : JsonConverter<TokenHash>
{
    /// <inheritdoc />
    public override TokenHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var bytes = reader.GetBytesFromBase64();
        return bytes.Length == TokenHash.Size ? new TokenHash(bytes) : throw new JsonException("A token hash has 32 bytes.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TokenHash value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> bytes = stackalloc byte[TokenHash.Size];
        value.CopyTo(bytes);
        writer.WriteBase64StringValue(bytes);
    }
}
