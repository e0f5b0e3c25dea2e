using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>What is needed of a signature before it is verified.</summary>
internal sealed record SignatureParts(XmlElement SignedInfo, string? Prefixes, byte[] Value)
{
    public static SignatureParts Of(XmlElement signature)
    {
        var children = signature.Elements().ToArray();
        var isKnown =
            children is [var info, var value, ..]
            && info.Is("SignedInfo", SamlNames.Signature)
            && value.Is("SignatureValue", SamlNames.Signature)
            && (children.Length == 2 || (children.Length == 3 && children[2].Is("KeyInfo", SamlNames.Signature)))
            && !signature.HasLooseText();
        if (!isKnown)
            throw new SamlRefusedException(SamlCheckName.Signature, "The signature has another form than SAML's.");
        var method = children[0].OnlyElement("CanonicalizationMethod", SamlNames.Signature, SamlCheckName.Algorithms);
        return new SignatureParts(children[0], CanonicalizationMethod.PrefixesOf(method), SignedReference.BytesOf(children[1]));
    }
}
