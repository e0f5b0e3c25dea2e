using System.Text;
using System.Xml;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>Short ways to change XML as an attacker would.</summary>
internal static class XmlEdits
{
    /// <summary>The first element of that name in the document, whatever its namespace.</summary>
    public static XmlElement Element(this XmlDocument document, string localName) =>
        (XmlElement)document.SelectSingleNode($"//*[local-name()='{localName}']")!;

    /// <summary>The child of that name.</summary>
    public static XmlElement Element(this XmlElement parent, string localName) =>
        (XmlElement)parent.SelectSingleNode($"*[local-name()='{localName}']")!;

    public static XmlElement Copy(this XmlElement element, string? id = null)
    {
        var copy = (XmlElement)element.CloneNode(deep: true);
        if (id is not null)
            copy.SetAttribute("ID", id);
        return copy;
    }

    /// <summary>Says that the person is somebody else.</summary>
    public static XmlElement Impersonate(this XmlElement element)
    {
        ((XmlElement)element.SelectSingleNode(".//*[local-name()='NameID']")!).InnerText = "admin-0001";
        return element;
    }

    public static XmlElement Without(this XmlElement element, string localName)
    {
        element.RemoveChild(element.Element(localName));
        return element;
    }

    public static XmlElement New(this XmlDocument document, string name, string namespaceUri) =>
        document.CreateElement(name, namespaceUri);

    public static byte[] Bytes(this XmlDocument document) => Encoding.UTF8.GetBytes(document.OuterXml);

    public static byte[] Replaced(this XmlDocument document, string before, string after)
    {
        document.OuterXml.ShouldContain(before);
        return Encoding.UTF8.GetBytes(document.OuterXml.Replace(before, after, StringComparison.Ordinal));
    }
}
