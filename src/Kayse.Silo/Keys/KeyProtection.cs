using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Keys;

/// <summary>
/// Reads and writes keys as the framework stores them: the secret part in clear, or encrypted with a certificate.
/// </summary>
internal sealed class KeyProtection(IServiceProvider services, IOptions<KeyManagementOptions> options)
{
    private static readonly XNamespace _namespace = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName _encryptedSecret = _namespace + "encryptedSecret";
    private static readonly XName _requiresEncryption = _namespace + "requiresEncryption";

    public bool IsConfigured => options.Value.XmlEncryptor is CertificateXmlEncryptor;

    /// <summary>Whether a secret part of it stands in clear.</summary>
    public static bool IsInClear(XElement key) => Secrets(key).Any();

    /// <summary>The key with its secret part in clear.</summary>
    /// <exception cref="CryptographicException">None of the configured certificates is the one that it was encrypted
    /// with.</exception>
    public XElement Decrypt(XElement key)
    {
        var inClear = new XElement(key);
        foreach (var encrypted in inClear.DescendantsAndSelf(_encryptedSecret).ToList())
        {
            var secret = new EncryptedXmlDecryptor(services).Decrypt(encrypted.Elements().Single());
            secret.SetAttributeValue(_requiresEncryption, true);
            encrypted.ReplaceWith(secret);
        }

        return inClear;
    }

    /// <summary>The key as the framework would store it with the current settings.</summary>
    public XElement Encrypt(XElement inClear)
    {
        var key = new XElement(inClear);
        if (options.Value.XmlEncryptor is not { } encryptor)
            return key;
        foreach (var secret in Secrets(key).ToList())
        {
            var encrypted = encryptor.Encrypt(secret);
            secret.ReplaceWith(
                new XElement(
                    _encryptedSecret,
                    new XAttribute("decryptorType", encrypted.DecryptorType.AssemblyQualifiedName!),
                    encrypted.EncryptedElement
                )
            );
        }

        return key;
    }

    private static IEnumerable<XElement> Secrets(XElement key) =>
        key.DescendantsAndSelf().Where(element => (bool?)element.Attribute(_requiresEncryption) is true);
}
