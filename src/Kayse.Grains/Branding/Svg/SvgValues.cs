using System.Buffers;
using System.Text.RegularExpressions;

namespace Kayse.Grains.Branding.Svg;

/// <summary>Values of attributes and properties, of which none refers to anything outside of the file.</summary>
internal static partial class SvgValues
{
    private static readonly SearchValues<char> _beforeNames = SearchValues.Create(" ,)\t\r\n");

    private const string Word = @"[A-Za-z_][A-Za-z0-9_.\-]*";

    /// <summary>A value as it may be written; refuses references to elsewhere, and what can't be a value.</summary>
    public static string Check(string name, string value)
    {
        var rest = LocalUrl().Replace(value, "");
        if (Refers(rest))
            throw SvgFile.Refused($"This SVG refers to something outside of it, in “{name}”. Embed it as paths.");
        if (!Plain().IsMatch(rest) || !CallsOnlyFunctions(rest))
            throw SvgFile.Refused($"This SVG has a value of “{name}” that isn't supported.");
        return value;
    }

    /// <summary>The ids that a value refers to.</summary>
    public static IEnumerable<string> ReferencesOf(string value) => LocalUrl().Matches(value).Select(match => match.Groups["id"].Value);

    /// <summary>The id of <c>#id</c>; refuses any other reference.</summary>
    public static string Fragment(string reference) =>
        LocalReference().Match(reference.Trim()) is { Success: true } match
            ? match.Groups["id"].Value
            : throw SvgFile.Refused("This SVG refers to something outside of it. Embed it as paths.");

    /// <summary>An id or a class; null for what can't be one.</summary>
    public static string? Name(string text) => OneWord().IsMatch(text) ? text : null;

    /// <summary>Whether a value, as it was sent, loads something.</summary>
    public static bool Refers(string value) =>
        value.Contains("url(", StringComparison.OrdinalIgnoreCase) || value.Contains("data:", StringComparison.OrdinalIgnoreCase);

    private static bool CallsOnlyFunctions(string value)
    {
        for (var rest = value.AsSpan(); rest.IndexOf('(') is >= 0 and var at; rest = rest[(at + 1)..])
        {
            var before = rest[..at].TrimEnd();
            if (!IsFunction(before[(before.LastIndexOfAny(_beforeNames) + 1)..]))
                return false;
        }

        return true;
    }

    private static bool IsFunction(ReadOnlySpan<char> name) =>
        name is "rgb" or "rgba" or "hsl" or "hsla" or "matrix" or "translate" or "scale" or "rotate" or "skewX" or "skewY";

    [GeneratedRegex($@"url\(\s*[""']?#(?<id>{Word})[""']?\s*\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LocalUrl();

    [GeneratedRegex($@"\A#(?<id>{Word})\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LocalReference();

    [GeneratedRegex($@"\A{Word}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneWord();

    [GeneratedRegex(@"\A[\p{L}\p{N}\s#.,()%/+\-'""_]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
