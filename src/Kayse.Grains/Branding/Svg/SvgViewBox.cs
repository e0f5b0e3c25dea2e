using System.Globalization;
using System.Xml.Linq;

namespace Kayse.Grains.Branding.Svg;

/// <summary>The part of the plane that an SVG shows, in its own units.</summary>
internal sealed record SvgViewBox(double X, double Y, double Width, double Height)
{
    private const double MaxSide = 1_000_000;
    private const double MaxPixels = 4096;

    private static readonly (string Unit, double Pixels)[] _units =
    [
        ("px", 1),
        ("pt", 4 / 3d),
        ("pc", 16),
        ("mm", 96 / 25.4),
        ("cm", 96 / 2.54),
        ("in", 96),
    ];

    /// <summary>As the root says, or else from its width and height; refuses an SVG without a size.</summary>
    public static SvgViewBox Of(XElement root)
    {
        var box = root.Attribute("viewBox") is { } written ? Parse(written.Value) : OfSides(root);
        return box is { Width: > 0 and <= MaxSide, Height: > 0 and <= MaxSide } && double.IsFinite(box.X) && double.IsFinite(box.Y)
            ? box
            : throw SvgFile.Refused("This SVG has no usable size. Give it a viewBox, or a width and a height.");
    }

    /// <summary>Has the root say its size, so that wherever it is shown it keeps its shape.</summary>
    public void WriteTo(XElement root)
    {
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"{X} {Y} {Width} {Height}"));
        var (width, height) = Pixels;
        root.SetAttributeValue("width", width.ToString(CultureInfo.InvariantCulture));
        root.SetAttributeValue("height", height.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Its size as whole numbers, of about its shape.</summary>
    public (int Width, int Height) Pixels
    {
        get
        {
            var longest = Math.Max(Width, Height);
            var scale = longest > MaxPixels || longest < 64 ? Math.Min(MaxPixels, 512) / longest : 1;
            return (Side(Width * scale), Side(Height * scale));
        }
    }

    private static int Side(double pixels) => Math.Max(1, (int)Math.Round(pixels));

    private static SvgViewBox? Parse(string text)
    {
        var numbers = text.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToList();
        return numbers is [{ } x, { } y, { } width, { } height] ? new(x, y, width, height) : null;
    }

    private static SvgViewBox? OfSides(XElement root) =>
        Length(root.Attribute("width")?.Value) is { } width && Length(root.Attribute("height")?.Value) is { } height
            ? new(0, 0, width, height)
            : null;

    private static double? Length(string? text)
    {
        if (text?.Trim() is not { Length: > 0 } length)
            return null;
        var (unit, pixels) = Array.Find(_units, one => length.EndsWith(one.Unit, StringComparison.Ordinal));
        return unit is null ? Number(length) : Number(length[..^unit.Length]) * pixels;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
