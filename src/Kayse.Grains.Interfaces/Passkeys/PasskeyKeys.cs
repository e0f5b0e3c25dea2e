using System.Buffers.Text;
using System.Security.Cryptography;

namespace Kayse.Grains.Passkeys;

/// <summary>
/// The keys of <see cref="IPasskeyGrain"/>. A credential id has up to 1,023 bytes, which is more than every storage
/// takes in a key, so it is hashed. Never to be changed: passkeys are looked for under them.
/// </summary>
public static class PasskeyKeys
{
    /// <summary>The key of the passkey with this credential id.</summary>
    public static string Of(ReadOnlySpan<byte> credentialId) => Base64Url.EncodeToString(SHA256.HashData(credentialId));
}
