using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kayse.Grains.State;

namespace Kayse.Grains.Audit;

/// <summary>
/// An entry as it is stored and hashed. It holds nothing of a person in the clear, so that the hash stays right when
/// their key is destroyed.
/// </summary>
/// <param name="Sequence">Its place in the log, from 0.</param>
/// <param name="Previous">The hash of the entry before, or <see cref="HashBeforeFirst"/>.</param>
/// <param name="Record">What was done, as it reads when everybody in it is erased.</param>
/// <param name="OfActor">What <paramref name="Record"/> lacks of the actor, encrypted; null when nothing.</param>
/// <param name="OfTarget">Likewise of the target.</param>
internal sealed record StoredEntry(long Sequence, byte[] Previous, AuditRecord Record, byte[]? OfActor, byte[]? OfTarget)
{
    private static readonly StateJsonContext _json = new(
        new JsonSerializerOptions(StateJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, _json.StoredEntry);

    public static StoredEntry Parse(byte[] bytes) => JsonSerializer.Deserialize(bytes, _json.StoredEntry)!;

    public static byte[] HashOf(byte[] bytes) => SHA256.HashData(bytes);

    /// <summary>What the first entry carries; differs between companies, so that no log passes for another's.</summary>
    public static byte[] HashBeforeFirst(string companyId) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"audit log of company {companyId}"));
}
