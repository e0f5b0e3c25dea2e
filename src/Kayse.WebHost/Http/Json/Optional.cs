using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kayse.WebHost.Http.Json;

/// <summary>
/// A member of a PATCH: absent (the default) leaves what is there, null clears it, a value replaces it.
/// </summary>
internal readonly record struct Optional<T>
{
    /// <summary>A member that was there.</summary>
    public Optional(T value)
    {
        Value = value;
        IsPresent = true;
    }

    /// <summary>What the member held.</summary>
    public T? Value { get; }

    /// <summary>Whether the member was there, be it as null.</summary>
    public bool IsPresent { get; }

    /// <summary>Whether the member was there as null.</summary>
    public bool IsNull => IsPresent && Value is null;
}

/// <summary>
/// Reads <see cref="Optional{T}"/>; that an absent member stays the default is the serializer's own doing.
/// </summary>
internal sealed class OptionalConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Optional<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(OptionalConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class OptionalConverter<T> : JsonConverter<Optional<T>>
    {
        public override bool HandleNull => true;

        public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return new(JsonSerializer.Deserialize<T>(ref reader, options)!);
            }
            catch (JsonException exception)
            {
                // Its path begins at this value; of one that has none the serializer says where it is in the whole.
                throw new JsonException(exception.Message, exception);
            }
        }

        public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
