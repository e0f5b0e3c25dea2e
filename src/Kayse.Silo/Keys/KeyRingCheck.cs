using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Keys;

/// <summary>Keeps a host from starting on keys that it can't decrypt: it would make new ones, and everything encrypted with the others would be lost to it.</summary>
internal sealed partial class KeyRingCheck(IOptions<KeyManagementOptions> options, KeyProtection protection, ILogger<KeyRingCheck> logger) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.Run(EnsureReadable, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void EnsureReadable()
    {
        var readable = 0;
        foreach (var key in options.Value.XmlRepository?.GetAllElements() ?? [])
        {
            readable += KeyProtection.IsReadable(key) ? 1 : 0;
            try
            {
                protection.Reveal(key);
            }
            catch (CryptographicException)
            {
                throw new OptionsValidationException(KeyRingOptions.Section, typeof(KeyRingOptions), [Failure((string?)key.Attribute("id"))]);
            }
        }

        if (readable > 0 && protection.IsConfigured)
            LogReadable(readable);
    }

    private static string Failure(string? id) =>
        $"{KeyRingOptions.Section}:{nameof(KeyRingOptions.Certificate)}: the data protection key {id} is encrypted with a certificate that is not configured. "
        + $"Name its file here or in {KeyRingOptions.Section}:{nameof(KeyRingOptions.PreviousCertificates)}.";

    [LoggerMessage(LogLevel.Warning, "{Count} data protection keys were stored before Kayse:Keys:Certificate was set, and are not encrypted. Export and import encrypts them.")]
    private partial void LogReadable(int count);
}
