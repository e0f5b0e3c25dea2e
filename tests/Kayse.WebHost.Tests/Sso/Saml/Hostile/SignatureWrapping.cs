using System.Xml;

namespace Kayse.WebHost.Tests.Sso.Saml.Hostile;

/// <summary>
/// The eight shapes of signature wrapping: each has a part that was signed and another that somebody reads instead.
/// </summary>
internal static class SignatureWrapping
{
    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    private const string Dsig = "http://www.w3.org/2000/09/xmldsig#";

    public static readonly IReadOnlyDictionary<string, Func<byte[]>> All = new Dictionary<string, Func<byte[]>>
    {
        ["1: the signed response inside the signature of a forged one"] = () => AroundResponse(InsideSignature),
        ["2: the signed response beside the signature of a forged one"] = () => AroundResponse(BesideSignature),
        ["3: a forged assertion before the signed one"] = () => AroundAssertion(ForgedFirst),
        ["4: the signed assertion inside a forged one"] = () => AroundAssertion(SignedInsideForged),
        ["5: a forged assertion with the signature, the signed one at the end"] = () => AroundAssertion(SignedAtEnd),
        ["6: a forged assertion whose signature holds the signed one"] = () => AroundAssertion(SignedInsideSignature),
        ["7: a forged assertion in the extensions"] = () => AroundAssertion(ForgedInExtensions),
        ["8: a forged assertion whose signature has an object with the signed one"] = () => AroundAssertion(SignedInsideObject),
    };

    private static byte[] AroundResponse(Action<XmlElement, XmlElement, XmlElement> place)
    {
        var document = Signer.Trusted.Sign(new SampleResponse().ToXml(), "Response");
        var signed = document.DocumentElement!;
        var forged = signed.Copy("_forged").Impersonate();
        var original = signed.Copy().Without("Signature");
        document.ReplaceChild(forged, signed);
        place(forged, original, forged.Element("Signature"));
        return document.Bytes();
    }

    private static void InsideSignature(XmlElement forged, XmlElement original, XmlElement signature) => signature.AppendChild(original);

    private static void BesideSignature(XmlElement forged, XmlElement original, XmlElement signature) =>
        forged.InsertBefore(original, signature);

    private static byte[] AroundAssertion(Action<XmlElement, XmlElement> place)
    {
        var document = Signer.Trusted.Sign(new SampleResponse().ToXml());
        var signed = document.Element("Assertion");
        place(signed, signed.Copy("_forged").Impersonate());
        return document.Bytes();
    }

    private static void ForgedFirst(XmlElement signed, XmlElement forged) =>
        signed.ParentNode!.InsertBefore(forged.Without("Signature"), signed);

    private static void SignedInsideForged(XmlElement signed, XmlElement forged)
    {
        signed.ParentNode!.ReplaceChild(forged.Without("Signature"), signed);
        forged.AppendChild(signed);
    }

    private static void SignedAtEnd(XmlElement signed, XmlElement forged)
    {
        var response = signed.ParentNode!;
        response.ReplaceChild(forged, signed);
        response.AppendChild(signed.Without("Signature"));
    }

    private static void SignedInsideSignature(XmlElement signed, XmlElement forged)
    {
        signed.ParentNode!.ReplaceChild(forged, signed);
        forged.Element("Signature").AppendChild(signed.Without("Signature"));
    }

    private static void ForgedInExtensions(XmlElement signed, XmlElement forged)
    {
        var extensions = signed.OwnerDocument.New("samlp:Extensions", Protocol);
        extensions.AppendChild(forged.Without("Signature"));
        signed.ParentNode!.InsertBefore(extensions, signed);
    }

    private static void SignedInsideObject(XmlElement signed, XmlElement forged)
    {
        signed.ParentNode!.ReplaceChild(forged, signed);
        var container = signed.OwnerDocument.New("Object", Dsig);
        container.AppendChild(signed.Without("Signature"));
        forged.Element("Signature").AppendChild(container);
    }
}
