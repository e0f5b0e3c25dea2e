using System.Text.Json;
using Kayse.Grains.State;
using Orleans.Storage;

namespace Kayse.Silo.Hosting;

/// <summary>Writes states as the same JSON that SQLite holds.</summary>
internal sealed class StateJsonSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, StateJson.Options));

    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, StateJson.Options);
}
