using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Keys;

/// <summary>Registers the data protection key ring. Where it is stored, the provider says.</summary>
internal static class KeyRing
{
    /// <exception cref="OptionsValidationException">A certificate can't be used.</exception>
    public static IDataProtectionBuilder AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(KeyRingOptions.Section).Get<KeyRingOptions>() ?? new KeyRingOptions();
        var dataProtection = services.AddDataProtection().SetApplicationName("Kayse");
        var previous = options
            .PreviousCertificates.Select(
                (path, at) =>
                    Load(
                        $"{KeyRingOptions.Section}:{nameof(options.PreviousCertificates)}:{at}",
                        path,
                        at < options.PreviousPasswords.Count ? options.PreviousPasswords[at] : options.CertificatePassword
                    )
            )
            .ToArray();
        if (previous.Length > 0)
            dataProtection.UnprotectKeysWithAnyCertificate(previous);
        if (options.Certificate.Length > 0)
            dataProtection.ProtectKeysWithCertificate(
                Load($"{KeyRingOptions.Section}:{nameof(options.Certificate)}", options.Certificate, options.CertificatePassword)
            );
        services.AddSingleton<KeyProtection>();
        return dataProtection;
    }

    private static X509Certificate2 Load(string setting, string path, string password)
    {
        var certificate = CertificateFile.LoadWithKey(setting, path, password);
        using var key = certificate.GetRSAPrivateKey();
        return key is not null
            ? certificate
            : throw new OptionsValidationException(setting, typeof(KeyRingOptions), [$"{setting}: {path} must have an RSA key."]);
    }
}
