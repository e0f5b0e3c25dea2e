using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.TwoFactor;

/// <summary>
/// Encrypts the secrets of authenticator apps for the state (ASVS 5.0, 11.4), each for one person, so that one person's
/// is nothing in another's state. Which key was used stands in what comes out of it; new keys take over by themselves,
/// and the old ones go on decrypting.
/// </summary>
internal sealed class TwoFactorSecrets(IDataProtectionProvider protection)
{
    public byte[] Protect(string userId, byte[] secret) => For(userId).Protect(secret);

    /// <summary>
    /// The secret, and whether it should be encrypted anew because a newer key has taken over; null when the keys are
    /// lost.
    /// </summary>
    public byte[]? Unprotect(string userId, byte[] secret, out bool isStale)
    {
        isStale = false;
        try
        {
            var protector = For(userId);
            return protector is IPersistedDataProtector persisted
                ? persisted.DangerousUnprotect(secret, ignoreRevocationErrors: true, out isStale, out _)
                : protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string userId) => protection.CreateProtector("Kayse.TwoFactor.Secret", userId);
}
