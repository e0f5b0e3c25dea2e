using System.Text.RegularExpressions;

namespace Kayse.Grains.Branding.Svg;

/// <summary>A rule of CSS, as it may be written.</summary>
internal sealed partial record SvgRule(string Selectors, string Declarations)
{
    /// <summary>The classes that it names; null when it may apply to anything.</summary>
    public IReadOnlyList<string>? Classes =>
        Selectors.Split(',').All(selector => Class().IsMatch(selector))
            ? [.. Class().Matches(Selectors).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)]
            : null;

    /// <summary>The ids that it refers to.</summary>
    public IEnumerable<string> References => SvgValues.ReferencesOf(Declarations).Distinct(StringComparer.Ordinal);

    public override string ToString() => $"{Selectors}{{{Declarations}}}";

    [GeneratedRegex(@"\.(?<name>[A-Za-z_][A-Za-z0-9_\-]*)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Class();
}
