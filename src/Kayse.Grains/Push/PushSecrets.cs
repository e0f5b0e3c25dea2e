using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Push;

/// <summary>
/// Encrypts what it takes to send to devices, each for one person, and the private keys with which the installation
/// signs (ASVS 5.0, 11.4): a copy of the database sends nothing to anybody.
/// </summary>
internal sealed class PushSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _keys = protection.CreateProtector("Kayse.Push.Key");

    public byte[] Protect(string userId, PushSubscriptionSecrets secrets) =>
        For(userId).Protect(JsonSerializer.SerializeToUtf8Bytes(secrets, StateJsonContext.Default.PushSubscriptionSecrets));

    /// <summary>The secrets; null when the keys of the key ring are lost.</summary>
    public PushSubscriptionSecrets? Unprotect(string userId, byte[] secrets) =>
        Unprotect(For(userId), secrets) is { } json
            ? JsonSerializer.Deserialize(json, StateJsonContext.Default.PushSubscriptionSecrets)
            : null;

    public byte[] ProtectKey(byte[] privateKey) => _keys.Protect(privateKey);

    /// <inheritdoc cref="Unprotect(string, byte[])"/>
    public byte[]? UnprotectKey(byte[] privateKey) => Unprotect(_keys, privateKey);

    private IDataProtector For(string userId) => protection.CreateProtector("Kayse.Push.Device", userId);

    private static byte[]? Unprotect(IDataProtector protector, byte[] secret)
    {
        try
        {
            return protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
