using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Keys;

/// <summary>Certificates that settings name.</summary>
internal static class CertificateFile
{
    private const string PemBegins = "-----BEGIN ";

    /// <summary>The certificate in a PFX or PEM file, with its private key.</summary>
    /// <exception cref="OptionsValidationException">There is none; the message names the setting.</exception>
    public static X509Certificate2 LoadWithKey(string setting, string path, string password)
    {
        var certificate = Load(
            setting,
            path,
            () => IsPem(path) ? LoadPem(path, password) : X509CertificateLoader.LoadPkcs12FromFile(path, password)
        );
        return certificate.HasPrivateKey ? certificate : throw Invalid(setting, $"{path} has no private key");
    }

    /// <summary>The certificates in a PEM file, without private keys.</summary>
    /// <exception cref="OptionsValidationException">There are none; the message names the setting.</exception>
    public static X509Certificate2Collection LoadAuthorities(string setting, string path)
    {
        var authorities = Load(
            setting,
            path,
            () =>
            {
                var all = new X509Certificate2Collection();
                all.ImportFromPemFile(path);
                return all;
            }
        );
        return authorities.Count > 0 ? authorities : throw Invalid(setting, $"{path} has no certificate");
    }

    private static T Load<T>(string setting, string path, Func<T> load)
    {
        try
        {
            return load();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Invalid(setting, $"{path} can't be read");
        }
        catch (CryptographicException)
        {
            throw Invalid(setting, $"{path} is no PFX or PEM file with a certificate, or its password is another");
        }
    }

    private static bool IsPem(string path)
    {
        using var text = File.OpenText(path);
        var start = new char[4_096];
        return new string(start, 0, text.ReadBlock(start)).Contains(PemBegins, StringComparison.Ordinal);
    }

    private static X509Certificate2 LoadPem(string path, string password)
    {
        using var loaded =
            password.Length > 0 ? X509Certificate2.CreateFromEncryptedPemFile(path, password) : X509Certificate2.CreateFromPemFile(path);
        // Windows can't use a key that exists in memory alone for TLS.
        return X509CertificateLoader.LoadPkcs12(loaded.Export(X509ContentType.Pkcs12), null);
    }

    private static OptionsValidationException Invalid(string setting, string reason) =>
        new(setting, typeof(X509Certificate2), [$"{setting}: {reason}."]);
}
