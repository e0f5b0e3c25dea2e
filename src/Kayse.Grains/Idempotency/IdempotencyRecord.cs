using System.Text.Json;
using System.Text.Json.Serialization;
using Kayse.Grains.Tokens;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Idempotency;

/// <summary>
/// What is encrypted as one piece: the answer, and the hash of its request, which stands for a password if the request
/// held one.
/// </summary>
internal sealed record IdempotencyRecord(TokenHash RequestHash, StoredResponse Response)
{
    public byte[] Protect(IDataProtector protector) =>
        protector.Protect(JsonSerializer.SerializeToUtf8Bytes(this, IdempotencyRecordJson.Default.IdempotencyRecord));

    public static IdempotencyRecord Unprotect(byte[] bytes, IDataProtector protector) =>
        JsonSerializer.Deserialize(protector.Unprotect(bytes), IdempotencyRecordJson.Default.IdempotencyRecord)
        ?? throw new JsonException("A stored answer is empty.");
}

[JsonSerializable(typeof(IdempotencyRecord))]
internal sealed partial class IdempotencyRecordJson : JsonSerializerContext;
