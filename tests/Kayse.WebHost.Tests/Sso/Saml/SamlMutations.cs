using System.Text;
using System.Xml;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>Changes signed responses at random: their bytes, their words, or the tree of their elements.</summary>
internal sealed class SamlMutations(Random random)
{
    private static readonly string[] _words =
    [
        "<!---->",
        "<!DOCTYPE r>",
        "<?x?>",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "&#x41;",
        "&#0;",
        "ID=\"_assertion1\"",
        " Id=\"_assertion1\"",
        "xmlns=\"\"",
        "xmlns:saml=\"urn:other\"",
        "xml:space=\"preserve\"",
        "admin-0001",
        "\u0000",
        "\uFEFF",
        "\r",
        "<saml:NameID>admin-0001</saml:NameID>",
        "</saml:NameID>",
        "#_response1",
        "rsa-sha1",
        "hmac-sha256",
        " PrefixList=\"saml saml #default\"",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
        "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
        "urn:oasis:names:tc:SAML:2.0:assertion",
    ];

    /// <summary>The same statements: signed in the assertion, in the response, in both, and encrypted.</summary>
    public static IReadOnlyList<byte[]> Originals()
    {
        var sample = new SampleResponse();
        var encryptor = new Encryptor(Verdict.OurKey.Value);
        return
        [
            Signer.Trusted.Sign(sample.ToXml()).Bytes(),
            Signer.Trusted.Sign(sample.ToXml(), "Response").Bytes(),
            Signer.Trusted.Sign(Signer.Trusted.Sign(sample.ToXml()), "Response").Bytes(),
            encryptor.Encrypt(Signer.Trusted.Sign(sample.ToXml())).Bytes(),
        ];
    }

    public byte[] Mutate(IReadOnlyList<byte[]> originals)
    {
        var xml = originals[random.Next(originals.Count)];
        var changes = random.Next(1, 4);
        for (var n = 0; n < changes; n++)
        {
            xml = random.Next(4) switch
            {
                0 => ChangeBytes(xml),
                1 => InsertWord(xml),
                _ => ChangeTree(xml),
            };
        }

        return xml;
    }

    private byte[] ChangeBytes(byte[] xml)
    {
        var changed = (byte[])xml.Clone();
        for (var n = random.Next(1, 4); n > 0 && changed.Length > 0; n--)
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return random.Next(8) == 0 ? changed[..random.Next(changed.Length + 1)] : changed;
    }

    private byte[] InsertWord(byte[] xml)
    {
        var word = Encoding.UTF8.GetBytes(_words[random.Next(_words.Length)]);
        var at = random.Next(xml.Length + 1);
        var replaced = random.Next(2) == 0 ? 0 : Math.Min(word.Length, xml.Length - at);
        return [.. xml.AsSpan(0, at), .. word, .. xml.AsSpan(at + replaced)];
    }

    private byte[] ChangeTree(byte[] xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        try
        {
            document.LoadXml(Encoding.UTF8.GetString(xml));
            ChangeTree(document);
            return document.Bytes();
        }
        catch (Exception failed) when (failed is XmlException or InvalidOperationException or ArgumentException)
        {
            return xml;
        }
    }

    private void ChangeTree(XmlDocument document)
    {
        var elements = document.SelectNodes("//*")!.OfType<XmlElement>().ToArray();
        var (one, other) = (elements[random.Next(elements.Length)], elements[random.Next(elements.Length)]);
        switch (random.Next(9))
        {
            case 0:
                other.AppendChild(one);
                break;
            case 1:
                other.AppendChild(one.CloneNode(deep: true));
                break;
            case 2:
                other.PrependChild(one.CloneNode(deep: true));
                break;
            case 3:
                one.ParentNode!.RemoveChild(one);
                break;
            case 4:
                one.ParentNode!.ReplaceChild(other.CloneNode(deep: true), one);
                break;
            case 5:
                one.InnerText = other.InnerText;
                break;
            case 6:
                one.SetAttribute(random.Next(2) == 0 ? "ID" : "Recipient", other.GetAttribute("ID"));
                break;
            case 7:
                one.AppendChild(document.CreateComment("x"));
                break;
            default:
                if (one.Attributes.Count > 0)
                    one.Attributes.RemoveAt(random.Next(one.Attributes.Count));
                break;
        }
    }
}
