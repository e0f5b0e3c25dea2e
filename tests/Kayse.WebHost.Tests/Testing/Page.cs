using System.Net;
using System.Text.RegularExpressions;

namespace Kayse.WebHost.Tests.Testing;

/// <summary>What a browser shows.</summary>
/// <param name="Status">The last answer's.</param>
/// <param name="Url">Of the page, after redirects.</param>
/// <param name="Location">Where the answer redirects to and was not followed; null when it doesn't.</param>
/// <param name="Html">The page itself.</param>
public sealed partial record Page(HttpStatusCode Status, string Url, string? Location, string Html)
{
    /// <summary>All that can be read, in one line.</summary>
    public string Text => TextOf(Html);

    /// <summary>What the page calls itself.</summary>
    public string Heading => TextOf(Element("h1").Match(Html).Groups["content"].Value);

    /// <summary>What the page says about how something went.</summary>
    public IReadOnlyList<string> Notices => [.. Notice().Matches(Html).Select(match => TextOf(match.Groups["content"].Value))];

    public IReadOnlyList<(string Text, string Url)> Links =>
        [
            .. Element("a")
                .Matches(Html)
                .Select(match => (TextOf(match.Groups["content"].Value), PageForm.AttributeOf(match.Value, "href") ?? "")),
        ];

    public IReadOnlyList<PageForm> Forms => [.. Element("form").Matches(Html).Select(match => new PageForm(match.Value))];

    public PageForm Form(string name) =>
        Forms.FirstOrDefault(form => form.Name == name).ShouldNotBeNull($"{Url} has no form \"{name}\": {Html}");

    /// <summary>What stands below a field that was refused.</summary>
    public string ErrorOf(string field) =>
        TextOf(
            Regex
                .Match(
                    Html,
                    $"""<ul class="error" id="field-{field}-error">(.*?)</ul>""",
                    RegexOptions.Singleline,
                    TimeSpan.FromSeconds(1)
                )
                .Groups[1]
                .Value
        );

    public Page ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, $"{Url} → {Location}: {Text}");
        return this;
    }

    /// <summary>
    /// That this is the page that was led to; what stands in its query doesn't matter unless it is given.
    /// </summary>
    public Page ShouldBeAt(string url)
    {
        (url.Contains('?', StringComparison.Ordinal) ? Url : Url.Split('?')[0]).ShouldBe(url, Text);
        return ShouldBe(HttpStatusCode.OK);
    }

    public Page ShouldSay(string text)
    {
        Text.ShouldContain(text, Case.Sensitive, Url);
        return this;
    }

    private static string TextOf(string html) =>
        WebUtility.HtmlDecode(Space().Replace(Tag().Replace(Hidden().Replace(html, ""), " "), " ")).Trim();

    private static Regex Element(string name) =>
        new(
            $"<{name}(\\s[^>]*)?>(?<content>.*?)</{name}>",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );

    [GeneratedRegex(
        """<div class="notice[^>]*>(?<content>.*?)</div>\s*</div>""",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Notice();

    [GeneratedRegex("<(head|script|svg)[\\s>].*?</\\1>|<!--.*?-->", RegexOptions.Singleline, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
