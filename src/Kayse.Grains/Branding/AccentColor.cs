using System.Globalization;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Branding;

/// <summary>
/// The accent color of a company, and its shades in both themes: for text, for what lies behind it, and for buttons. All
/// text in them and on them has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3).
/// </summary>
public sealed class AccentColor
{
    private const double LeastContrast = 4.5;

    // The least light surface of the light theme, and the least dark one of the dark theme, which is that of mails.
    private static readonly RgbColor _lightSurface = new(0xF1, 0xF2, 0xF5);
    private static readonly RgbColor _darkSurface = new(0x1F, 0x22, 0x2B);
    private static readonly RgbColor _darkCard = new(0x15, 0x18, 0x1F);
    private static readonly RgbColor _darkInk = new(0x0F, 0x11, 0x16);

    private AccentColor(RgbColor color)
    {
        Value = color.ToString();
        var lightSoft = color.Mix(RgbColor.White, 0.9);
        var onLight = color.Towards(RgbColor.Black, LeastContrast, _lightSurface, RgbColor.White);
        OnLight = new(
            onLight,
            onLight.Mix(RgbColor.Black, 0.2).Towards(RgbColor.Black, LeastContrast, lightSoft),
            lightSoft,
            RgbColor.White
        );
        var darkSoft = color.Mix(_darkCard, 0.78);
        var onDark = color.Towards(RgbColor.White, LeastContrast, _darkSurface, darkSoft);
        OnDark = new(onDark, onDark.Mix(RgbColor.White, 0.25), darkSoft, _darkInk);
    }

    /// <summary>As <c>#rrggbb</c>.</summary>
    public string Value { get; }

    /// <summary>The shades of the light theme.</summary>
    public AccentShades OnLight { get; }

    /// <summary>The shades of the dark theme.</summary>
    public AccentShades OnDark { get; }

    /// <summary>The color of a text such as <c>#2563eb</c>; null for anything else.</summary>
    public static AccentColor? Find(string text) => RgbColor.Parse(text) is { } color ? new(color) : null;

    /// <summary>
    /// The color as it is kept, null for none. Refuses what is no color, and one that white text can't be read on.
    /// </summary>
    internal static string? Check(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (RgbColor.Parse(text.Trim()) is not { } color)
            throw Refused("Enter a color as 6 hexadecimal digits, such as #2563eb.");
        var contrast = color.ContrastWith(RgbColor.White);
        if (contrast >= LeastContrast)
            return color.ToString();
        var closest = color.Towards(RgbColor.Black, LeastContrast, RgbColor.White);
        // Rounded down, so that 4.49 doesn't read as enough.
        var shown = Math.Floor(contrast * 10) / 10;
        throw Refused(
            string.Create(
                CultureInfo.InvariantCulture,
                $"White text on {color} has a contrast of {shown:0.0}:1. It needs at least 4.5:1. Try {closest}."
            )
        );
    }

    private static RefusedException Refused(string why)
    {
        return new RefusedException(
            GeneralErrors.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["accentColor"] = [why] })
        );
    }
}

/// <summary>An accent color in one theme, each as <c>#rrggbb</c>.</summary>
public sealed record AccentShades
{
    internal AccentShades(RgbColor accent, RgbColor strong, RgbColor soft, RgbColor onAccent) =>
        (Accent, Strong, Soft, OnAccent) = (accent.ToString(), strong.ToString(), soft.ToString(), onAccent.ToString());

    /// <summary>Of links and buttons.</summary>
    public string Accent { get; }

    /// <summary>Of text that is pointed at or chosen.</summary>
    public string Strong { get; }

    /// <summary>Behind what is chosen.</summary>
    public string Soft { get; }

    /// <summary>Of text on buttons.</summary>
    public string OnAccent { get; }
}
