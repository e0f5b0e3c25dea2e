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
            [var only] when only.Is("InclusiveNamespaces", SamlNames.ExclusiveCanonicalization) => Distinct(only.Attribute("PrefixList")),
            _ => throw new SamlRefusedException(SamlCheckName.Algorithms, "The canonicalization has unknown parameters."),
        };
    }

    // The framework's canonicalization can't do with one that is there twice.
    private static string? Distinct(string? prefixes) =>
        prefixes is null
            ? null
            : string.Join(' ', prefixes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal));
}
