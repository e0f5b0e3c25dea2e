using System.Text.RegularExpressions;
using Kayse.Shape;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Source;

/// <summary>Documents point at what there is, and can be read in a terminal.</summary>
public sealed partial class DocumentTests
{
    private const int Columns = 120;
    private static readonly string[] _folders = ["docs", "bench", "samples", "src"];

    private static readonly Lazy<HashSet<string>> _tests = new(() =>
        [.. SourceTree.Read(Repository.Root).Types.Where(type => type.IsTest).Select(type => type.Name)]
    );

    public static TheoryData<string> Documents => [.. Paths()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_lead_to_files_and_headings(string document)
    {
        var folder = Path.GetDirectoryName(Full(document))!;
        foreach (Match link in Link().Matches(File.ReadAllText(Full(document))))
        {
            // Release notes link into the console.
            if (link.Groups["target"].Value.StartsWith('/'))
                continue;
            var (path, anchor) = Split(link.Groups["target"].Value);
            var target = path.Length == 0 ? Full(document) : Path.GetFullPath(Path.Combine(folder, path));
            Path.Exists(target).ShouldBeTrue($"{document} links to {link.Groups["target"].Value}");
            if (anchor.Length > 0)
                AnchorsOf(target).ShouldContain(anchor, $"{document} links to {link.Groups["target"].Value}");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Prose_wraps_at_120_columns(string document) =>
        ProseOf(document).Where(line => line.Text.Length > Columns).Select(line => $"{document}:{line.Number}").ShouldBeEmpty();

    [Fact]
    public void Reading_the_code_names_files_that_exist()
    {
        var names = FileName()
            .Matches(File.ReadAllText(Full("docs/reading-the-code.md")))
            .Select(match => match.Value.Trim('`'))
            .ToList();
        var files = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Full(folder), "*", SearchOption.AllDirectories))
            .Select(file => '/' + Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .ToList();

        names.Count.ShouldBeGreaterThan(10);
        names.Where(name => !files.Exists(file => file.EndsWith('/' + name, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Tests_that_are_named_exist(string document) =>
        TestName()
            .Matches(File.ReadAllText(Full(document)))
            .Select(match => match.Value.Trim('`'))
            .Where(name => !_tests.Value.Contains(name))
            .ShouldBeEmpty();

    private static IEnumerable<string> Paths() =>
        _folders
            .SelectMany(folder => Directory.EnumerateFiles(Full(folder), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !Skipped().IsMatch(file))
            .Prepend("README.md");

    // Neither tables nor code, in which a line can't be broken.
    private static IEnumerable<(int Number, string Text)> ProseOf(string document)
    {
        var isCode = false;
        foreach (var (number, text) in File.ReadLines(Full(document)).Select((text, at) => (at + 1, text)))
        {
            if (text.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (!isCode && !text.StartsWith('|'))
                yield return (number, text);
        }
    }

    private static IEnumerable<string> AnchorsOf(string file) =>
        File.ReadLines(file)
            .Where(line => line.StartsWith('#'))
            .Select(line => NotInAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static (string Path, string Anchor) Split(string target)
    {
        var parts = target.Split('#', 2);
        return (parts[0], parts.ElementAtOrDefault(1) ?? "");
    }

    private static string Full(string path) => Path.Combine(Repository.Root, path);

    [GeneratedRegex(@"\]\((?!https?://)(?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"`[\w./-]+\.(cs|razor|sh|json|txt)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FileName();

    [GeneratedRegex("`[A-Z]\\w+Tests`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TestName();

    [GeneratedRegex("(^|/)(bin|obj|node_modules)/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex NotInAnchor();
}
