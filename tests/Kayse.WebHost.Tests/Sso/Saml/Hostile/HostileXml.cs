using System.Text;
using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Tests.Sso.Saml.Hostile;

/// <summary>XML that is malformed, endless, ambiguous, or no response.</summary>
internal static class HostileXml
{
    private const string Doctype = "<!DOCTYPE r [<!ENTITY e \"admin-0001\">]>";

    public static readonly IReadOnlyDictionary<string, HostileCase> All = new Dictionary<string, HostileCase>
    {
        ["nothing"] = new(SamlCheckName.Xml, () => []),
        ["no XML"] = new(SamlCheckName.Xml, () => Encoding.UTF8.GetBytes("{\"response\":true}")),
        ["an end that is missing"] = new(SamlCheckName.Xml, () => Signed()[..^12]),
        ["two roots"] = new(SamlCheckName.Xml, () => [.. Signed(), .. Signed()]),
        ["more than 256 KiB"] = new(SamlCheckName.Xml, () => [.. Signed(), .. Enumerable.Repeat((byte)' ', 256 * 1024)]),
        ["UTF-16"] = new(SamlCheckName.Xml, () => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Signed()))),
        ["bytes that are no UTF-8"] = new(SamlCheckName.Xml, () => [.. Signed(), 0xC0, 0x80]),
        ["a null character"] = new(SamlCheckName.Xml, () => Edited("ben-0042", "ben-0042&#0;")),
        ["a document type"] = new(SamlCheckName.Xml, () => Prefixed("<!DOCTYPE r>")),
        ["an entity for the name"] = new(
            SamlCheckName.Xml,
            () => Encoding.UTF8.GetBytes(Doctype + Text().Replace("ben-0042", "&e;", StringComparison.Ordinal))
        ),
        ["an entity from a file"] = new(SamlCheckName.Xml, () => Prefixed("<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")),
        ["a document type from elsewhere"] = new(
            SamlCheckName.Xml,
            () => Prefixed("<!DOCTYPE r SYSTEM \"https://other.example/r.dtd\">")
        ),
        ["a billion laughs"] = new(SamlCheckName.Xml, () => Prefixed(Laughs())),
        ["an entity that isn't declared"] = new(SamlCheckName.Xml, () => Edited("ben-0042", "&ben;")),
        ["a comment in the name"] = new(SamlCheckName.Xml, () => Edited("ben-0042", "ben-0042<!---->@other")),
        ["a comment in the address"] = new(
            SamlCheckName.Xml,
            () => Edited("ben@jones.example", "ben@jones.example<!---->.other.example")
        ),
        ["a comment in the digest"] = new(SamlCheckName.Xml, () => Edited("<DigestValue>", "<DigestValue><!--AAAA-->")),
        ["a processing instruction"] = new(SamlCheckName.Xml, () => Edited("ben-0042", "ben<?x y?>-0042")),
        ["a style sheet"] = new(SamlCheckName.Xml, () => Prefixed("<?xml-stylesheet href=\"https://other.example/a.xsl\"?>")),
        ["elements without end"] = new(SamlCheckName.Xml, () => Edited("ben-0042", Deep(20_000))),
        ["more depth than any response has"] = new(SamlCheckName.Xml, () => Edited("ben-0042", Deep(40))),
        ["attributes without end"] = new(SamlCheckName.Xml, () => Edited("<saml:NameID ", "<saml:NameID " + Attributes(200))),
        ["a request"] = new(SamlCheckName.Structure, () => Edited("samlp:Response", "samlp:AuthnRequest")),
        ["a response to signing out"] = new(SamlCheckName.Structure, () => Edited("samlp:Response", "samlp:LogoutResponse")),
        ["a response of another namespace"] = new(SamlCheckName.Structure, () => Edited("SAML:2.0:protocol", "SAML:1.0:protocol")),
        ["only an assertion"] = new(SamlCheckName.Structure, OnlyAssertion),
        ["no assertion"] = new(SamlCheckName.Structure, NoAssertion),
        ["two assertions, both signed"] = new(SamlCheckName.Structure, TwoAssertions),
        ["an assertion in advice"] = new(SamlCheckName.Structure, AssertionInAdvice),
        ["an assertion of no namespace in an attribute"] = new(SamlCheckName.Structure, AssertionInAttribute),
        ["two elements with the same id"] = new(
            SamlCheckName.Structure,
            () => Edited("<saml:Conditions ", "<saml:Conditions ID=\"_assertion1\" ")
        ),
        ["two elements with the same id in other letters"] = new(
            SamlCheckName.Structure,
            () => Edited("<saml:Conditions ", "<saml:Conditions Id=\"_assertion1\" ")
        ),
        ["two elements with the same xml:id"] = new(
            SamlCheckName.Structure,
            () => Edited("<saml:Conditions ", "<saml:Conditions xml:id=\"_assertion1\" ")
        ),
        ["an unknown element in the response"] = new(
            SamlCheckName.Structure,
            () => Edited("<samlp:Status>", "<samlp:Other/><samlp:Status>")
        ),
        ["loose text in the assertion"] = new(SamlCheckName.Structure, () => Edited("<saml:Subject>", "admin-0001<saml:Subject>")),
    };

    private static byte[] Signed() => Signer.Trusted.Sign(new SampleResponse().ToXml()).Bytes();

    private static string Text() => Encoding.UTF8.GetString(Signed());

    private static byte[] Edited(string before, string after) =>
        Signer.Trusted.Sign(new SampleResponse().ToXml()).Replaced(before, after);

    private static byte[] Prefixed(string prefix) => [.. Encoding.UTF8.GetBytes(prefix), .. Signed()];

    private static string Deep(int levels) =>
        string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels));

    private static string Attributes(int count) => string.Concat(Enumerable.Range(0, count).Select(n => $"xmlns:n{n}=\"urn:{n}\" "));

    private static string Laughs() =>
        "<!DOCTYPE r [<!ENTITY a0 \"ha\">"
        + string.Concat(Enumerable.Range(1, 30).Select(n => $"<!ENTITY a{n} \"&a{n - 1};&a{n - 1};\">"))
        + "]>";

    private static byte[] OnlyAssertion()
    {
        var document = Signer.Trusted.Sign(new SampleResponse().ToXml());
        document.ReplaceChild(document.Element("Assertion"), document.DocumentElement!);
        return document.Bytes();
    }

    private static byte[] NoAssertion()
    {
        var document = new SampleResponse().ToXml();
        document.DocumentElement!.Without("Assertion");
        return Signer.Trusted.Sign(document, "Response").Bytes();
    }

    private static byte[] TwoAssertions()
    {
        var document = Signer.Trusted.Sign(new SampleResponse().ToXml());
        var other = Signer.Trusted.Sign(new SampleResponse { NameId = "<saml:NameID>ann-0001</saml:NameID>" }.ToXml());
        other.Element("Assertion").SetAttribute("ID", "_assertion2");
        document.DocumentElement!.AppendChild(document.ImportNode(other.Element("Assertion"), deep: true));
        return document.Bytes();
    }

    private static byte[] AssertionInAdvice()
    {
        var document = new SampleResponse().ToXml();
        var advice = document.New("saml:Advice", SamlNames.Assertion);
        advice.AppendChild(document.Element("Assertion").Copy("_advice"));
        document.Element("Conditions").ParentNode!.AppendChild(advice);
        return Signer.Trusted.Sign(document).Bytes();
    }

    private static byte[] AssertionInAttribute()
    {
        var document = new SampleResponse().ToXml();
        document.Element("AttributeValue").AppendChild(document.New("Assertion", ""));
        return Signer.Trusted.Sign(document).Bytes();
    }
}
