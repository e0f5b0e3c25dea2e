using System.Text.Json;
using Orleans.Storage;

namespace Kayse.Silo.Tests.AzureStorage;

/// <summary>Writes the contracts' states, which the product's own serializer doesn't know.</summary>
internal sealed class NoteSerializer : IGrainStorageSerializer
{
    private static readonly JsonSerializerOptions _options = new() { TypeInfoResolver = NoteJson.Default };

    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, _options));

    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, _options);
}
