using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Kayse.Grains.Branding.Svg;

/// <summary>An SVG as it is kept: written anew, of known elements, attributes and styles alone.</summary>
internal static class SvgLogo
{
    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        OmitXmlDeclaration = true,
        CheckCharacters = true,
    };

    /// <summary>Refuses what is damaged, what acts or loads something, and what is more than a logo.</summary>
    public static LogoFile Read(byte[] file)
    {
        var copy = new SvgCopy();
        var root = copy.Of(SvgFile.Read(file));
        SvgWeight.Ensure(root, copy.Rules);
        var box = SvgViewBox.Of(root);
        box.WriteTo(root);
        var (width, height) = box.Pixels;
        return new LogoFile("svg", width, height, Write(root));
    }

    private static byte[] Write(XElement root)
    {
        using var written = new MemoryStream();
        using (var writer = XmlWriter.Create(written, _settings))
            root.WriteTo(writer);
        return written.ToArray();
    }
}
