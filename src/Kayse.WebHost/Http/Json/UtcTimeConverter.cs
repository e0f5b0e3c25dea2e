using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayse.WebHost.Http.Json;

/// <summary>
/// Times in RFC 3339, in UTC, with <c>Z</c>. One that names no offset is taken for UTC, never for the time of the
/// machine.
/// </summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTime() is { Kind: DateTimeKind.Unspecified } unspecified
            ? new DateTimeOffset(unspecified, TimeSpan.Zero)
            : reader.GetDateTimeOffset().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
