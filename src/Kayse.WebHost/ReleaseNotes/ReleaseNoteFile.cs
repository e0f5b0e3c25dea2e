using System.Globalization;
using System.Text.RegularExpressions;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;
using Markdig;
using Markdig.Syntax;

namespace Kayse.WebHost.ReleaseNotes;

/// <summary>
/// A release note as it is written: a Markdown file that begins with <c>id</c>, <c>date</c>, <c>title</c>,
/// <c>audience</c> and <c>kind</c>, a line each, between lines of three hyphens.
/// </summary>
internal static partial class ReleaseNoteFile
{
    private const string Fence = "---\n";

    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <exception cref="FormatException">Something is missing or wrong, and what.</exception>
    public static ReleaseNote Parse(string file)
    {
        var text = file.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n" + Fence, StringComparison.Ordinal);
        if (!text.StartsWith(Fence, StringComparison.Ordinal) || end < 0)
            throw new FormatException("A release note begins with its properties between lines of three hyphens.");
        var properties = text[Fence.Length..end]
            .Split('\n')
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var markdown = text[(end + 1 + Fence.Length)..].Trim();
        return new ReleaseNote(
            IdIn(properties),
            DateIn(properties),
            ValueOf(properties, "title"),
            WordIn<Role>(properties, "audience"),
            WordIn<ReleaseKind>(properties, "kind"),
            markdown,
            Markdown.ToHtml(markdown, _pipeline)
        )
        {
            Summary = SummaryOf(markdown),
        };
    }

    private static string SummaryOf(string markdown) =>
        Markdown.Parse(markdown, _pipeline).OfType<ParagraphBlock>().FirstOrDefault() is { Span: var span }
            ? OneLine.Of(Markdown.ToPlainText(markdown[span.Start..(span.End + 1)], _pipeline))
            : "";

    private static string IdIn(Dictionary<string, string> properties) =>
        ValueOf(properties, "id") is var id && Id().IsMatch(id)
            ? id
            : throw new FormatException("The id has other characters than a-z, 0-9 and -.");

    private static DateOnly DateIn(Dictionary<string, string> properties) =>
        DateOnly.TryParseExact(ValueOf(properties, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException("The date is not of the form 2026-11-28.");

    private static T WordIn<T>(Dictionary<string, string> properties, string name)
        where T : struct, Enum =>
        Words<T>.TryParse(ValueOf(properties, name), out var value)
            ? value
            : throw new FormatException($"{name} is none of: {string.Join(", ", Words<T>.All)}.");

    private static string ValueOf(Dictionary<string, string> properties, string name) =>
        properties.TryGetValue(name, out var value) && value.Length > 0 ? value : throw new FormatException($"{name} is missing.");

    [GeneratedRegex(@"^[a-z0-9-]{1,64}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
