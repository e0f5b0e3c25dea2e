using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Kayse.Grains.Users;

/// <summary>
/// Language tags (BCP 47) as they are kept. Any well-formed one: what a person would like to read and hear is for them
/// to say, whether or not somebody can serve it yet.
/// </summary>
internal static partial class LanguageTag
{
    /// <summary>
    /// Language, script, region and variants, in the case in which they are written: <c>zh-Hant-TW</c>. Extensions and
    /// private tags are refused.
    /// </summary>
    public static bool TryNormalize(string input, [NotNullWhen(true)] out string? tag)
    {
        tag = null;
        var parts = Form().Match(input);
        if (!parts.Success)
            return false;
        tag = parts.Groups["language"].Value.ToLowerInvariant();
        if (parts.Groups["script"] is { Success: true, Value: var script })
            tag += $"-{char.ToUpperInvariant(script[0])}{script[1..].ToLowerInvariant()}";
        if (parts.Groups["region"] is { Success: true, Value: var region })
            tag += $"-{region.ToUpperInvariant()}";
        tag += parts.Groups["variants"].Value.ToLowerInvariant();
        return true;
    }

    [GeneratedRegex(
        "^(?<language>[A-Za-z]{2,3})(-(?<script>[A-Za-z]{4}))?(-(?<region>[A-Za-z]{2}|[0-9]{3}))?(?<variants>(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})){0,2})\\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
