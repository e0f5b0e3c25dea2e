using System.Security.Cryptography.Xml;
using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>Exclusive canonicalization without comments: the bytes that are signed.</summary>
internal static class Canonicalization
{
    /// <param name="element">What to write.</param>
    /// <param name="prefixes">Prefixes whose namespaces are written although nothing visible uses them.</param>
    /// <param name="without">A child that is left out: the signature itself.</param>
    public static byte[] Of(XmlElement element, string? prefixes, XmlElement? without = null)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var root = (XmlElement)document.AppendChild(document.ImportNode(element, deep: true))!;
        if (without is not null)
            root.RemoveChild(root.ChildNodes[IndexOf(element, without)]!);
        DeclareNamespacesInScope(root, element);
        var transform = new XmlDsigExcC14NTransform(includeComments: false, prefixes);
        transform.LoadInput(document);
        using var output = (Stream)transform.GetOutput(typeof(Stream));
        using var bytes = new MemoryStream();
        output.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static int IndexOf(XmlElement parent, XmlElement child) => parent.ChildNodes.OfType<XmlNode>().ToList().IndexOf(child);

    /// <summary>Declares on a copy what was declared around the original, so that it can stand alone.</summary>
    public static void DeclareNamespacesInScope(XmlElement copy, XmlElement original)
    {
        for (var ancestor = original.ParentNode as XmlElement; ancestor is not null; ancestor = ancestor.ParentNode as XmlElement)
        {
            foreach (var declared in ancestor.Attributes.OfType<XmlAttribute>().Where(IsDeclaration))
            {
                if (!copy.HasAttribute(declared.Name))
                    copy.SetAttributeNode((XmlAttribute)copy.OwnerDocument.ImportNode(declared, deep: true));
            }
        }
    }

    private static bool IsDeclaration(XmlAttribute attribute) => attribute.NamespaceURI == "http://www.w3.org/2000/xmlns/";
}
