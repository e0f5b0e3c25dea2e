using System.Collections.Frozen;
using System.Xml.Linq;

namespace Kayse.Grains.Branding.Svg;

/// <summary>What of SVG is kept. All else is left out or refused.</summary>
internal static class SvgVocabulary
{
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";
    public static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private static readonly FrozenSet<string> _elements = Words(
        "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath linearGradient radialGradient stop "
            + "clipPath mask pattern title desc style"
    );

    private static readonly FrozenSet<string> _withText = Words("text tspan textPath title desc");

    private static readonly FrozenSet<string> _referring = Words("use textPath linearGradient radialGradient pattern");

    /// <summary>What may be written as an attribute and as a CSS property.</summary>
    private static readonly FrozenSet<string> _properties = Words(
        "clip-path clip-rule color color-interpolation direction display dominant-baseline fill fill-opacity fill-rule font "
            + "font-family font-size font-stretch font-style font-variant font-weight isolation letter-spacing mask mask-type "
            + "mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap "
            + "stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering transform transform-box "
            + "transform-origin vector-effect visibility word-spacing writing-mode"
    );

    private static readonly FrozenSet<string> _attributes = Words(
        "clipPathUnits cx cy d dx dy fr fx fy gradientTransform gradientUnits height lengthAdjust maskContentUnits maskUnits offset "
            + "pathLength patternContentUnits patternTransform patternUnits points preserveAspectRatio r refX refY rotate rx ry "
            + "spreadMethod startOffset textLength viewBox width x x1 x2 y y1 y2"
    );

    public static bool IsKept(string element) => _elements.Contains(element);

    /// <summary>Whether its text is shown, or read to somebody.</summary>
    public static bool HasText(string element) => _withText.Contains(element);

    /// <summary>Whether it may refer to another part of the file.</summary>
    public static bool MayRefer(string element) => _referring.Contains(element);

    public static bool IsProperty(string name) => _properties.Contains(name);

    public static bool IsAttribute(string name) => _attributes.Contains(name) || _properties.Contains(name);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
