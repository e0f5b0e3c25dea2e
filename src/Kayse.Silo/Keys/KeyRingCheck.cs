using System.Security.Cryptography;
using Kayse.Silo.Hosting;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Keys;

/// <summary>
/// Refuses keys that can't be decrypted: the host would make new ones, and everything encrypted with the others would
/// be lost to it.
/// </summary>
internal sealed partial class KeyRingCheck(IOptions<KeyManagementOptions> options, KeyProtection protection, ILogger<KeyRingCheck> logger)
    : IStorePreparation
{
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.Run(EnsureDecryptable, cancellationToken);

    private void EnsureDecryptable()
    {
        var inClear = 0;
        foreach (var key in options.Value.XmlRepository?.GetAllElements() ?? [])
        {
            inClear += KeyProtection.IsInClear(key) ? 1 : 0;
            try
            {
                protection.Decrypt(key);
            }
            catch (CryptographicException)
            {
                throw new OptionsValidationException(
                    KeyRingOptions.Section,
                    typeof(KeyRingOptions),
                    [Failure((string?)key.Attribute("id"))]
                );
            }
        }

        if (inClear > 0 && protection.IsConfigured)
            LogInClear(inClear);
    }

    private static string Failure(string? id) =>
        $"{KeyRingOptions.Section}:{nameof(KeyRingOptions.Certificate)}: "
        + $"the data protection key {id} is encrypted with a certificate that is not configured. "
        + $"Name its file here or in {KeyRingOptions.Section}:{nameof(KeyRingOptions.PreviousCertificates)}.";

    [LoggerMessage(
        LogLevel.Warning,
        "{Count} data protection keys were stored before Kayse:Keys:Certificate was set and "
            + "aren't encrypted. An export and import encrypts them."
    )]
    private partial void LogInClear(int count);
}
