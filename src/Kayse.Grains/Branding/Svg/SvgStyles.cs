using System.Text;
using System.Text.RegularExpressions;

namespace Kayse.Grains.Branding.Svg;

/// <summary>The CSS of an SVG: plain rules, without anything that begins with an at sign, and known properties.</summary>
internal static partial class SvgStyles
{
    private const string Important = "!important";
    private const int MaxLength = 64 * 1024;
    private const int MaxReferences = 8;

    /// <summary>The declarations of a <c>style</c> attribute, written anew; empty when none is kept.</summary>
    public static string Declarations(string css) =>
        string.Join(
            ';',
            WithoutComments(css).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Kept)
        );

    /// <summary>The rules of a <c>style</c> element.</summary>
    public static IReadOnlyList<SvgRule> Rules(string css)
    {
        if (css.Length > MaxLength)
            throw SvgFile.Refused("This SVG has more than 64 KB of styles. Simplify it.");
        var text = WithoutComments(css);
        if (text.AsSpan().ContainsAny('@', '\\', '<'))
            throw SvgFile.Refused("This SVG has an @ rule, an escape or markup in its styles. Only plain CSS rules are supported.");
        if (!Sheet().IsMatch(text))
            throw SvgFile.Refused("This SVG has styles that can't be read. Only plain CSS rules are supported.");
        SvgRule[] rules =
        [
            .. Rule()
                .Matches(text)
                .Select(rule => new SvgRule(Selectors(rule.Groups["selectors"].Value), Declarations(rule.Groups["declarations"].Value))),
        ];
        return rules.All(rule => rule.References.Count() <= MaxReferences)
            ? rules
            : throw SvgFile.Refused("This SVG has a rule in its styles that refers to too many parts of it. Simplify it.");
    }

    private static IEnumerable<string> Kept(string declaration)
    {
        if (declaration.Split(':', 2, StringSplitOptions.TrimEntries) is not [var property, var value])
            throw SvgFile.Refused("This SVG has styles that can't be read. Only plain CSS rules are supported.");
        var isImportant = value.EndsWith(Important, StringComparison.OrdinalIgnoreCase);
        var plain = isImportant ? value[..^Important.Length].TrimEnd() : value;
        var name = property.ToLowerInvariant();
        if (SvgVocabulary.IsProperty(name))
            return [$"{name}:{SvgValues.Check(name, plain)}{(isImportant ? Important : "")}"];
        // What an editor has added is left out; what loads something is worth saying.
        if (SvgValues.Refers(plain))
            SvgValues.Check(name, plain);
        return [];
    }

    private static string Selectors(string text)
    {
        var selectors = text.Trim();
        return Selector().IsMatch(selectors)
            ? selectors
            : throw SvgFile.Refused("This SVG has a CSS selector that isn't supported. Use names of elements, classes and ids.");
    }

    // Not by a regular expression: it would look for the end of a comment again and again where there is none.
    private static string WithoutComments(string css)
    {
        var text = new StringBuilder();
        var rest = css.AsSpan();
        while (rest.IndexOf("/*") is >= 0 and var start)
        {
            var end = rest[(start + 2)..].IndexOf("*/");
            if (end < 0)
                throw SvgFile.Refused("This SVG has a comment in its styles that doesn't end.");
            text.Append(rest[..start]).Append(' ');
            rest = rest[(start + 2 + end + 2)..];
        }

        return text.Append(rest).ToString();
    }

    [GeneratedRegex(@"\A(?>[^{}]+\{[^{}]*\})*\s*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sheet();

    [GeneratedRegex(@"(?<selectors>[^{}]+)\{(?<declarations>[^{}]*)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\A[A-Za-z0-9_.#*,>\s\-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Selector();
}
