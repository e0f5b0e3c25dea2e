using System.Text;
using System.Xml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// Parses XML that anybody may have written. It is small, shallow, in UTF-8, and has no document type, comments or
/// processing instructions, so that no two readers can see different things in it.
/// </summary>
internal static class SamlXml
{
    public const int LargestDocument = 256 * 1024;

    // Canonicalization is recursive and looks at all namespaces in scope: both bounds keep its cost in proportion.
    private const int MostDepth = 32;
    private const int MostAttributes = 32;
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static XmlDocument Parse(ReadOnlySpan<byte> xml)
    {
        if (xml.Length > LargestDocument)
            throw Refused("The XML is larger than 256 KiB.");
        try
        {
            var text = _strictUtf8.GetString(xml).TrimStart('\uFEFF');
            EnsurePlain(text);
            using var reader = NewReader(text);
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            document.Load(reader);
            return document;
        }
        catch (Exception failed) when (failed is XmlException or DecoderFallbackException or ArgumentException)
        {
            throw Refused("This isn't well-formed XML in UTF-8, or it has a document type.");
        }
    }

    private static void EnsurePlain(string text)
    {
        using var reader = NewReader(text);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Comment or XmlNodeType.ProcessingInstruction)
                throw Refused("The XML has comments or processing instructions.");
            if (reader.NodeType is XmlNodeType.DocumentType or XmlNodeType.EntityReference or XmlNodeType.Entity)
                throw Refused("The XML has a document type.");
            if (reader.Depth > MostDepth || reader.AttributeCount > MostAttributes)
                throw Refused("The XML is nested too deeply.");
        }
    }

    private static XmlReader NewReader(string text) =>
        XmlReader.Create(
            new StringReader(text),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LargestDocument,
                CloseInput = true,
            }
        );

    private static SamlRefusedException Refused(string detail) => new(SamlCheckName.Xml, detail);
}
