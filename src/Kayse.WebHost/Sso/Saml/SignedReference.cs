using System.Security.Cryptography;
using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>What a signature says of itself: how it is made, and the single reference to what is signed.</summary>
internal sealed record SignedReference(
    SignatureAlgorithm Method,
    string? Uri,
    string? Prefixes,
    HashAlgorithmName Digest,
    byte[] DigestValue
)
{
    private static readonly string[] _partsOfSignedInfo = ["CanonicalizationMethod", "SignatureMethod", "Reference"];
    private static readonly string[] _transforms = [SamlNames.EnvelopedSignature, SamlNames.ExclusiveCanonicalization];

    public static SignedReference Of(XmlElement signedInfo)
    {
        var signatureMethod = MethodOf(signedInfo);
        var reference = signedInfo.Elements("Reference", SamlNames.Signature).Single();
        var children = reference.Elements().ToArray();
        var isKnown =
            children is [var transforms, var method, var value]
            && transforms.Is("Transforms", SamlNames.Signature)
            && method.Is("DigestMethod", SamlNames.Signature)
            && value.Is("DigestValue", SamlNames.Signature)
            && !reference.HasLooseText();
        if (!isKnown)
            throw new SamlRefusedException(SamlCheckName.Signature, "The signature has another form than SAML's.");
        var digest = children[1].Elements().Any() ? null : SignatureAlgorithm.FindDigest(children[1].Attribute("Algorithm"));
        return new SignedReference(
            signatureMethod,
            reference.Attribute("URI"),
            PrefixesOf(children[0]),
            digest ?? throw NotAllowed("The digest must be SHA-256, SHA-384 or SHA-512."),
            BytesOf(children[2])
        );
    }

    public static byte[] BytesOf(XmlElement element)
    {
        try
        {
            return Convert.FromBase64String(element.Text() ?? "");
        }
        catch (FormatException)
        {
            throw new SamlRefusedException(SamlCheckName.Signature, $"{element.LocalName} isn't base64.");
        }
    }

    private static SignatureAlgorithm MethodOf(XmlElement signedInfo)
    {
        var isKnown =
            signedInfo.Elements().Select(element => element.LocalName).SequenceEqual(_partsOfSignedInfo, StringComparer.Ordinal)
            && signedInfo.Elements().All(element => element.NamespaceURI == SamlNames.Signature);
        if (!isKnown || signedInfo.HasLooseText())
            throw new SamlRefusedException(SamlCheckName.Signature, "A signature must have exactly one reference.");
        var method = signedInfo.Elements("SignatureMethod", SamlNames.Signature).Single();
        var algorithm = method.Elements().Any() ? null : SignatureAlgorithm.Find(method.Attribute("Algorithm"));
        return algorithm ?? throw NotAllowed("Sign with RSA or ECDSA and SHA-256, SHA-384 or SHA-512.");
    }

    private static string? PrefixesOf(XmlElement transforms)
    {
        var isKnown =
            transforms.Elements().All(element => element.Is("Transform", SamlNames.Signature))
            && transforms.Elements().Select(element => element.Attribute("Algorithm")).SequenceEqual(_transforms, StringComparer.Ordinal)
            && !transforms.Elements().First().Elements().Any();
        return isKnown
            ? CanonicalizationMethod.PrefixesOf(transforms.Elements().Last())
            : throw NotAllowed("The transforms must be the enveloped signature and exclusive canonicalization.");
    }

    private static SamlRefusedException NotAllowed(string detail) => new(SamlCheckName.Algorithms, detail);
}
