using System.Text.Json;
using Orleans.Runtime;

namespace Orleans.Sqlite;

/// <summary>States as UTF-8 JSON.</summary>
internal sealed class JsonPayload(SqliteGrainStorageOptions options)
{
    public byte[] Serialize<T>(string stateName, GrainId grainId, T? state)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(state, options.JsonSerializerOptions);
        return payload.Length <= options.MaxPayloadBytes
            ? payload
            : throw new GrainStateTooLargeException(stateName, grainId.Type, payload.Length, options.MaxPayloadBytes);
    }

    public T Deserialize<T>(string stateName, GrainId grainId, byte[] payload)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(payload, options.JsonSerializerOptions) ?? CreateNew<T>();
        }
        catch (JsonException exception)
        {
            throw new SqliteStorageException(
                $"State \"{stateName}\" of a grain of type \"{grainId.Type}\" cannot be read as {typeof(T)}: {exception.Message}",
                exception
            );
        }
    }

    /// <summary>What a grain that has stored nothing starts with.</summary>
    public static T CreateNew<T>() => Activator.CreateInstance<T>();
}
