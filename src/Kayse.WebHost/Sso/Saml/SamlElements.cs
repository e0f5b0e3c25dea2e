using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>How elements are read: by name and namespace, and text only where there is nothing else.</summary>
internal static class SamlElements
{
    public static bool Is(this XmlElement element, string localName, string namespaceUri) =>
        element.LocalName == localName && element.NamespaceURI == namespaceUri;

    public static IEnumerable<XmlElement> Elements(this XmlElement parent) => parent.ChildNodes.OfType<XmlElement>();

    public static IEnumerable<XmlElement> Elements(this XmlElement parent, string localName, string namespaceUri) =>
        parent.Elements().Where(element => element.Is(localName, namespaceUri));

    /// <summary>The only child of that name, or null; two are refused.</summary>
    public static XmlElement? OnlyElement(this XmlElement parent, string localName, string namespaceUri, SamlCheckName check)
    {
        var found = parent.Elements(localName, namespaceUri).Take(2).ToArray();
        return found.Length < 2 ? found.FirstOrDefault() : throw new SamlRefusedException(check, $"There is more than one {localName}.");
    }

    /// <summary>This element and all below it.</summary>
    public static IEnumerable<XmlElement> SelfAndDescendants(this XmlElement element) =>
        element.Elements().SelectMany(SelfAndDescendants).Prepend(element);

    /// <summary>The text of an element that has nothing but text; null when it has elements.</summary>
    public static string? Text(this XmlElement element) =>
        element.Elements().Any() ? null : element.InnerText.Trim(' ', '\t', '\r', '\n');

    /// <summary>An attribute without a namespace; null when it isn't there.</summary>
    public static string? Attribute(this XmlElement element, string name) => element.GetAttributeNode(name, "")?.Value;

    /// <summary>Whether there is text between the elements, which no element of SAML's structure has.</summary>
    public static bool HasLooseText(this XmlElement element) =>
        element.ChildNodes.OfType<XmlCharacterData>().Any(text => !string.IsNullOrWhiteSpace(text.Value));
}
