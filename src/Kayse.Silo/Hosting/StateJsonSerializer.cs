using System.Text.Json;
using Kayse.Grains;
using Kayse.Grains.State;
using Orleans.Sqlite;
using Orleans.Storage;

namespace Kayse.Silo.Hosting;

/// <summary>Writes states as the same JSON that SQLite holds, no larger than it takes there.</summary>
internal sealed class StateJsonSerializer : IGrainStorageSerializer
{
    private static readonly int _limit = new SqliteGrainStorageOptions().MaxPayloadBytes;

    public BinaryData Serialize<T>(T? input)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(input, StateJson.Options);
        return payload.Length <= _limit
            ? new(payload)
            : throw new GrainStateTooLargeException($"A {typeof(T).Name} takes {payload.Length} bytes, more than the {_limit} allowed.");
    }

    public T? Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, StateJson.Options);
}
