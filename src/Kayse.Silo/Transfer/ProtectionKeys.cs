using System.Xml.Linq;
using Kayse.Silo.Keys;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Transfer;

/// <summary>
/// The data protection keys, wherever the host keeps them: without them nothing can read the secrets in the states. In
/// a file they are in clear, so that another installation can protect them in its own way.
/// </summary>
internal sealed class ProtectionKeys(IOptions<KeyManagementOptions> options, KeyProtection protection)
{
    public IEnumerable<KeyRecord> Read() =>
        Repository.GetAllElements().Select(element => new KeyRecord(Text(protection.Decrypt(element)))).ToList();

    public bool Has(KeyRecord key) => Read().Contains(key);

    /// <summary>Without effect on a key that is there.</summary>
    public void Add(KeyRecord key)
    {
        var element = XElement.Parse(key.Xml);
        if (Has(key))
            return;
        var name = element.Attribute("id") is { } id ? $"key-{id.Value}" : $"revocation-{Guid.NewGuid():N}";
        Repository.StoreElement(protection.Encrypt(element), name);
    }

    private IXmlRepository Repository =>
        options.Value.XmlRepository
        ?? throw new TransferException("No key ring is configured, so there are no data protection keys to read.");

    private static string Text(XElement element) => Plain(element).ToString(SaveOptions.DisableFormatting);

    // Encrypting and decrypting moves namespace declarations about, which mean nothing.
    private static XElement Plain(XElement element) =>
        new(
            element.Name,
            element
                .Attributes()
                .Where(attribute => !attribute.IsNamespaceDeclaration)
                .OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal),
            element.HasElements ? element.Elements().Select(Plain)
                : element.Value.Length > 0 ? element.Value
                : null
        );
}
