using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// The one shape that a response may have. Signature wrapping needs a second assertion, a second element with the same
/// id, or a signature somewhere else than in what it signs: none of them is let in.
/// </summary>
internal static class SamlStructure
{
    private static readonly string[] _childrenOfResponse =
    [
        "Issuer",
        "Signature",
        "Extensions",
        "Status",
        "Assertion",
        "EncryptedAssertion",
    ];

    private static readonly string[] _childrenOfAssertion =
    [
        "Issuer",
        "Signature",
        "Subject",
        "Conditions",
        "AuthnStatement",
        "AttributeStatement",
    ];

    public static XmlElement ResponseOf(XmlDocument document)
    {
        var response = document.DocumentElement!;
        if (!response.Is("Response", SamlNames.Protocol))
            throw Refused("This isn't a SAML response.");
        EnsureChildren(response, _childrenOfResponse);
        EnsureOneAssertion(response);
        EnsureIdsDiffer(response);
        EnsureSignaturesBelong(response);
        return response;
    }

    public static XmlElement AssertionOf(XmlDocument document)
    {
        var assertion = document.DocumentElement!;
        if (!assertion.Is("Assertion", SamlNames.Assertion))
            throw Refused("This isn't a SAML assertion.");
        EnsureChildren(assertion, _childrenOfAssertion);
        EnsureOneAssertion(assertion);
        EnsureIdsDiffer(assertion);
        EnsureSignaturesBelong(assertion);
        return assertion;
    }

    private static void EnsureChildren(XmlElement element, string[] allowed)
    {
        var isKnown = element.Elements().All(child => child.NamespaceURI == NamespaceOf(child) && allowed.Contains(child.LocalName));
        if (!isKnown || element.HasLooseText())
            throw Refused($"The {element.LocalName} has something in it that doesn't belong there.");
        if (element.Attribute("Version") != "2.0")
            throw Refused($"The {element.LocalName} isn't of SAML 2.0.");
    }

    private static string NamespaceOf(XmlElement child) =>
        child.LocalName switch
        {
            "Signature" => SamlNames.Signature,
            "Extensions" or "Status" => SamlNames.Protocol,
            _ => SamlNames.Assertion,
        };

    // Whatever the namespace: what looks like a second assertion is refused too.
    private static void EnsureOneAssertion(XmlElement root)
    {
        if (root.SelfAndDescendants().Count(element => element.LocalName is "Assertion" or "EncryptedAssertion") != 1)
            throw Refused("There must be exactly one assertion.");
    }

    private static void EnsureIdsDiffer(XmlElement root)
    {
        var ids = root.SelfAndDescendants().SelectMany(element => element.Attributes.OfType<XmlAttribute>()).Where(IsId);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (!ids.All(id => seen.Add(id.Value)))
            throw Refused("Two elements have the same id.");
    }

    private static bool IsId(XmlAttribute attribute) => string.Equals(attribute.LocalName, "id", StringComparison.OrdinalIgnoreCase);

    private static void EnsureSignaturesBelong(XmlElement root)
    {
        var signatures = root.SelfAndDescendants().Where(element => element.LocalName == "Signature").ToArray();
        if (
            !Array.TrueForAll(
                signatures,
                signature => signature.NamespaceURI == SamlNames.Signature && IsSigned(signature.ParentNode, root)
            )
        )
            throw Refused("There is a signature where none belongs.");
        if (signatures.GroupBy(signature => signature.ParentNode).Any(of => of.Count() > 1))
            throw Refused("Something is signed twice.");
    }

    private static bool IsSigned(XmlNode? parent, XmlElement root) =>
        parent == root || (parent is XmlElement element && element.Is("Assertion", SamlNames.Assertion) && element.ParentNode == root);

    private static SamlRefusedException Refused(string detail) => new(SamlCheckName.Structure, detail);
}
