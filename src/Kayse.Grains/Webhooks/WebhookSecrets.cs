using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Webhooks;

/// <summary>
/// Makes the secrets that events are signed with, and encrypts each for its webhook: a copy of the database signs
/// nothing.
/// </summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private const string Prefix = "whsec_";
    private const int Length = 32;

    /// <summary>A new secret, as people get it and as it is stored.</summary>
    public (string Secret, byte[] Protected) Create(string webhookId)
    {
        var key = RandomNumberGenerator.GetBytes(Length);
        return (Prefix + Convert.ToBase64String(key), For(webhookId).Protect(key));
    }

    /// <summary>The key; null when those of the key ring are lost.</summary>
    public byte[]? Unprotect(string webhookId, byte[] secret)
    {
        try
        {
            return For(webhookId).Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string webhookId) => protection.CreateProtector("Kayse.Webhooks.Secret", webhookId);
}
