using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kayse.Grains.Documents;

/// <summary>
/// PDFsharp writes random identifiers into each file, and metadata that a title with <c>&amp;</c> breaks. Both are
/// replaced by what follows from the document alone. Everything keeps its length, since a file says where its parts are.
/// </summary>
internal static partial class PdfIdentity
{
    // What fits into the room of the metadata, whatever letters it has.
    private const int MaxTitle = 120;

    // Each byte is one character.
    private static readonly Encoding _bytes = Encoding.Latin1;

    [GeneratedRegex(@"<\?xpacket begin=.*?<\?xpacket end=""w""\?>", RegexOptions.Singleline, 5000)]
    private static partial Regex Metadata { get; }

    [GeneratedRegex(@"(?<=/(BaseFont|FontName)\s*/)[A-Z]{6}(?=\+Source#20Sans)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FontTag { get; }

    [GeneratedRegex("(?<=<)[0-9A-F]{32}(?=>)", RegexOptions.None, 5000)]
    private static partial Regex FileId { get; }

    /// <summary>
    /// A text that stands in the file as it is: on one line, and never what the metadata is found by.
    /// </summary>
    public static string Safe(string text) => PdfText.Printable(text).Replace("xpacket", "x-packet", StringComparison.Ordinal);

    public static byte[] Fix(byte[] file, Document document)
    {
        var text = _bytes.GetString(file);
        text = Metadata.Replace(text, packet => MetadataOf(document, packet.Length));
        text = FixFontTags(text);
        var trailer = text.LastIndexOf("trailer", StringComparison.Ordinal);
        var body = text[..trailer];
        var id = Convert.ToHexString(SHA256.HashData(_bytes.GetBytes(body)))[..32];
        return _bytes.GetBytes(body + FileId.Replace(text[trailer..], id));
    }

    // A subset of a font has a tag of six letters before its name, other than that of other subsets in the file.
    private static string FixFontTags(string text)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        return FontTag.Replace(
            text,
            found =>
            {
                if (!tags.TryGetValue(found.Value, out var tag))
                    tags[found.Value] = tag = $"KAYSE{(char)('A' + tags.Count)}";
                return tag;
            }
        );
    }

    private static string MetadataOf(Document document, int length)
    {
        var safe = Safe(document.Title);
        var title = SecurityElement.Escape(safe.Length > MaxTitle ? safe[..MaxTitle] : safe);
        var created = document.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var xml = $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
            <dc:language><rdf:Bag><rdf:li>{document.Language}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{created}</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta>
            """;
        var packet = _bytes.GetString(Encoding.UTF8.GetBytes(xml));
        const string End = "<?xpacket end=\"w\"?>";
        return packet.PadRight(length - End.Length) + End;
    }
}
