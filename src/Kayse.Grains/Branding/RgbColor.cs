using System.Globalization;

namespace Kayse.Grains.Branding;

/// <summary>A color of the screen (sRGB).</summary>
internal readonly record struct RgbColor(byte Red, byte Green, byte Blue)
{
    public static readonly RgbColor White = new(255, 255, 255);
    public static readonly RgbColor Black = new(0, 0, 0);

    /// <summary>Reads <c>#2563eb</c> or <c>#26e</c>, also without the number sign; null for anything else.</summary>
    public static RgbColor? Parse(string text)
    {
        var digits = text.StartsWith('#') ? text[1..] : text;
        if (digits.Length == 3)
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        return digits.Length == 6 && digits.All(char.IsAsciiHexDigit)
            ? new(ByteOf(digits, 0), ByteOf(digits, 2), ByteOf(digits, 4))
            : null;
    }

    /// <summary>The color that is this far on the way to another, from 0 to 1.</summary>
    public RgbColor Mix(RgbColor other, double share) =>
        new(Between(Red, other.Red, share), Between(Green, other.Green, share), Between(Blue, other.Blue, share));

    /// <summary>How well one is read on the other, from 1 to 21 (WCAG 2.2).</summary>
    public double ContrastWith(RgbColor other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>
    /// The least mix with another that has a contrast with all of the backgrounds; the other itself when there is none.
    /// </summary>
    public RgbColor Towards(RgbColor other, double contrast, params ReadOnlySpan<RgbColor> backgrounds)
    {
        for (var percent = 0; percent < 100; percent++)
        {
            var mixed = Mix(other, percent / 100d);
            if (mixed.HasContrast(contrast, backgrounds))
                return mixed;
        }

        return other;
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private bool HasContrast(double contrast, ReadOnlySpan<RgbColor> backgrounds)
    {
        foreach (var background in backgrounds)
        {
            if (ContrastWith(background) < contrast)
                return false;
        }

        return true;
    }

    private static double Linear(byte channel)
    {
        var value = channel / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Between(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static byte ByteOf(string digits, int at) =>
        byte.Parse(digits.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
