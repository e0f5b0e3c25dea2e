using System.Text.Json;
using Orleans.Storage;

namespace Kayse.Testing.Contracts;

/// <summary>For storages whose own serializer knows the product's states only.</summary>
internal sealed class NoteSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, NoteJson.Default.Options));

    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, NoteJson.Default.Options);
}
