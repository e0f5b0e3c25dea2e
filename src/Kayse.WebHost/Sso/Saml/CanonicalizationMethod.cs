using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>Ensures that a method or transform is exclusive canonicalization without comments.</summary>
internal static class CanonicalizationMethod
{
    /// <summary>The prefixes in its list of inclusive namespaces; null for none.</summary>
    public static string? PrefixesOf(XmlElement? method)
    {
        if (method?.Attribute("Algorithm") != SamlNames.ExclusiveCanonicalization)
            throw new SamlRefusedException(SamlCheckName.Algorithms, "Only exclusive canonicalization without comments may be used.");
        var children = method.Elements().ToArray();
        return children switch
        {
            [] => null,
            [var only] when only.Is("InclusiveNamespaces", SamlNames.ExclusiveCanonicalization) => only.Attribute("PrefixList"),
            _ => throw new SamlRefusedException(SamlCheckName.Algorithms, "The canonicalization has unknown parameters."),
        };
    }
}
