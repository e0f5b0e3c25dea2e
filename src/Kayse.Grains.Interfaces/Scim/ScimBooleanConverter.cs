using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayse.Grains.Scim;

/// <summary>Reads <c>true</c>, <c>"true"</c> and <c>"True"</c> alike.</summary>
internal sealed class ScimBooleanConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var value) => value,
            _ => throw new JsonException("This must be true or false."),
        };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
