using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Mail;

/// <summary>
/// Encrypts the secrets of mails while they are stored, in the outbox and before that in the state of the grain that
/// sends them (ASVS 5.0, 11.4): a copy of the database opens no account.
/// </summary>
internal sealed class MailSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Kayse.Mail.Secret");

    public byte[] Protect(string secret) => _protector.Protect(Encoding.UTF8.GetBytes(secret));

    /// <summary>The secret, or null when its key is missing.</summary>
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
