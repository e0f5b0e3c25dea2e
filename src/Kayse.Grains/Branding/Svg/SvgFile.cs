using System.Text;
using System.Xml;
using System.Xml.Linq;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Branding.Svg;

/// <summary>Reads the XML of an SVG: within limits, without a document type, and without loading anything.</summary>
internal static class SvgFile
{
    private const int MaxElements = 2000;
    private const int MaxDepth = 32;

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = true,
        IgnoreComments = true,
    };

    /// <summary>Whether a file begins as XML does.</summary>
    public static bool IsXml(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> text = file is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : file;
        return text.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }

    /// <summary>The root element, which is an <c>svg</c>.</summary>
    public static XElement Read(byte[] file)
    {
        try
        {
            var text = _utf8.GetString(file).TrimStart('\uFEFF');
            EnsureWithinLimits(text);
            using var reader = Open(text);
            var root = XDocument.Load(reader).Root!;
            return root.Name == SvgVocabulary.Namespace + "svg" ? root : throw Refused("This file isn't an SVG.");
        }
        catch (DecoderFallbackException)
        {
            throw Refused("This SVG isn't in UTF-8. Save it in UTF-8.");
        }
        catch (XmlException damaged)
        {
            throw Refused($"This SVG can't be read: it is damaged, or has a document type, near line {damaged.LineNumber}.");
        }
    }

    public static RefusedException Refused(string why) => new(LogoErrors.Svg(why));

    // Before anything is built of it: what goes over a tree calls itself for each level.
    private static void EnsureWithinLimits(string text)
    {
        using var reader = Open(text);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.ProcessingInstruction && reader.Name == "xml-stylesheet")
                throw Refused("This SVG refers to a stylesheet outside of it. Embed the styles.");
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (++elements > MaxElements)
                throw Refused($"This SVG has more than {MaxElements:N0} elements. Simplify it.");
            if (reader.Depth >= MaxDepth)
                throw Refused($"This SVG is nested more than {MaxDepth} levels deep. Simplify it.");
        }
    }

    private static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), _settings);
}
