using System.Net;
using System.Text.RegularExpressions;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>A form of a page, with what it would send if nobody touched it.</summary>
public sealed partial record PageForm(string Html)
{
    /// <summary>What tells it from the page's other forms.</summary>
    public string? Name => Values.FirstOrDefault(value => value.Name == "_handler").Value;

    /// <summary>Where it is sent; null for the page that it stands on.</summary>
    public string? Action => AttributeOf(Opening().Match(Html).Value, "action");

    /// <summary>
    /// Hidden fields, what stands in the others, ticked boxes, chosen options: as a browser sends them, without any
    /// button's.
    /// </summary>
    public IReadOnlyList<(string Name, string Value)> Values => [.. Inputs(), .. Areas(), .. Choices()];

    /// <summary>Every name that can be sent.</summary>
    public IReadOnlyList<string> Names =>
        [.. Control().Matches(Html).Select(match => AttributeOf(match.Value, "name")).OfType<string>().Distinct()];

    /// <summary>What a field starts with; null when it isn't there.</summary>
    public string? this[string name] => Values.Where(value => value.Name == name).Select(value => value.Value).FirstOrDefault();

    /// <summary>An attribute of the tag that a text starts with; null when it has none of that name.</summary>
    internal static string? AttributeOf(string tag, string name)
    {
        var match = Regex.Match(
            tag[..(tag.IndexOf('>', StringComparison.Ordinal) + 1)],
            $"""\s{name}(="([^"]*)")?(?=[\s/>])""",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
        return match.Success ? WebUtility.HtmlDecode(match.Groups[2].Value) : null;
    }

    private IEnumerable<(string, string)> Inputs() =>
        from tag in Input().Matches(Html).Select(match => match.Value)
        let name = AttributeOf(tag, "name")
        where name is not null && AttributeOf(tag, "disabled") is null && AttributeOf(tag, "type") is not ("file" or "submit")
        where AttributeOf(tag, "type") is not ("checkbox" or "radio") || AttributeOf(tag, "checked") is not null
        select (name, AttributeOf(tag, "value") ?? "");

    private IEnumerable<(string, string)> Areas() =>
        from match in Area().Matches(Html)
        select (AttributeOf(match.Value, "name") ?? "", WebUtility.HtmlDecode(match.Groups["content"].Value));

    private IEnumerable<(string, string)> Choices() =>
        from match in Choice().Matches(Html)
        let options = Option().Matches(match.Value).Select(option => option.Value).ToList()
        let chosen = options.Where(option => AttributeOf(option, "selected") is not null).ToList()
        where options.Count > 0
        select (AttributeOf(match.Value, "name") ?? "", AttributeOf(chosen.FirstOrDefault(options[0]), "value") ?? "");

    [GeneratedRegex("^<form[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("<(input|select|textarea|button)[\\s>][^>]*>?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Control();

    [GeneratedRegex("<input\\s[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Input();

    [GeneratedRegex("<textarea[^>]*>(?<content>.*?)</textarea>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Area();

    [GeneratedRegex("<select[^>]*>.*?</select>", RegexOptions.Singleline, 1000)]
    private static partial Regex Choice();

    [GeneratedRegex("<option[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Option();
}
