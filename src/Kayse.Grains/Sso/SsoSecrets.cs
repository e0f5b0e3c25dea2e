using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Sso;

/// <summary>
/// Encrypts the secrets of connections for the state, each for one connection, so that one's is nothing in another's
/// state.
/// </summary>
internal sealed class SsoSecrets(IDataProtectionProvider protection)
{
    public byte[]? Protect(string connectionId, string? secret) =>
        secret is null ? null : For(connectionId).Protect(Encoding.UTF8.GetBytes(secret));

    /// <summary>Null when there is none, or the keys are lost: then it has to be entered again.</summary>
    public string? Unprotect(string connectionId, byte[]? secret)
    {
        try
        {
            return secret is null ? null : Encoding.UTF8.GetString(For(connectionId).Unprotect(secret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string connectionId) => protection.CreateProtector("Kayse.Sso.Secret", connectionId);
}
