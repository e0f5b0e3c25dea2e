using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Transfer;

/// <summary>The data protection keys, wherever the host keeps them: without them nothing can read the secrets that wait in the states.</summary>
internal sealed class ProtectionKeys(IOptions<KeyManagementOptions> options)
{
    public IEnumerable<KeyRecord> Read() => Repository.GetAllElements().Select(element => new KeyRecord(Text(element)));

    public bool Has(KeyRecord key) => Read().Contains(key);

    /// <summary>Without effect on a key that is there.</summary>
    public void Add(KeyRecord key)
    {
        var element = XElement.Parse(key.Xml);
        if (!Has(key))
            Repository.StoreElement(element, element.Attribute("id") is { } id ? $"key-{id.Value}" : $"revocation-{Guid.NewGuid():N}");
    }

    private IXmlRepository Repository => options.Value.XmlRepository ?? throw new TransferException("The data protection keys are kept nowhere.");

    private static string Text(XElement element) => XElement.Parse(element.ToString()).ToString(SaveOptions.DisableFormatting);
}
