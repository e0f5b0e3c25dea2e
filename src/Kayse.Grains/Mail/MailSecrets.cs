using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Mail;

/// <summary>
/// Encrypts the token of a mail that the outbox doesn't have yet, for the state of the grain that is to hand it over
/// (ASVS 5.0, 11.4).
/// </summary>
internal sealed class MailSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Kayse.Mail.Handover");

    public byte[] Protect(string secret) => _protector.Protect(Encoding.UTF8.GetBytes(secret));

    /// <summary>The secret, or null when the keys are lost.</summary>
    public string? Unprotect(byte[] secret)
    {
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(secret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
