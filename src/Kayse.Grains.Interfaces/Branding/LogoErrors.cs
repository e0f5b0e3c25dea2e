using Kayse.Grains.Errors;

namespace Kayse.Grains.Branding;

/// <summary>Refusals of logos.</summary>
public static class LogoErrors
{
    /// <summary>What the bytes are is none of the kinds that are taken, whatever they were said to be.</summary>
    public static readonly Refusal Unsupported = new("unsupported_media_type", "Choose a PNG, JPEG or SVG file.");

    /// <summary>Mail programs show no SVG.</summary>
    public static readonly Refusal IconIsVector = new(
        "unsupported_media_type",
        "Choose a PNG or JPEG file for the icon. Email programs don't show SVG."
    );

    /// <summary>More bytes than are kept.</summary>
    public static readonly Refusal TooLarge = new("payload_too_large", "This file is larger than 1 MB. Choose a smaller one.");

    /// <summary>An SVG that is damaged, or has something in it that is not shown.</summary>
    /// <param name="why">A sentence that says what it is.</param>
    public static Refusal Svg(string why) => new("svg_invalid", why);
}
