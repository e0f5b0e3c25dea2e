using System.Text.RegularExpressions;
using Kayse.Testing;

namespace Kayse.Silo.Tests.Source;

/// <summary>Keeps phrases out of what people read that no product writer would use.</summary>
public sealed partial class WordingTests
{
    private static readonly string[] _phrases =
    [
        "you are not allowed to",
        "go on with",
        "some fields are not valid",
        "look into your mail",
        "nobody here is called",
        "whom do you mean",
        "trust no longer",
        "days of grace",
        "most people",
        "longest time unused",
        "sessions may be remembered",
        "i have kept",
        "make the key",
        "make new codes",
        "check the log",
        "counts now",
        "is as it was written",
        "opens nothing",
        "if you fear for",
        "in development is this page",
        "the mail that was sent",
        "1 seconds",
        "somebody else chose",
    ];

    public static TheoryData<string> Phrases => [.. _phrases];

    [Theory]
    [MemberData(nameof(Phrases))]
    public void People_read_plain_English(string phrase) =>
        Texts
            .Value.Where(text => text.Content.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            .Select(text => text.File)
            .ShouldBeEmpty($"“{phrase}” is not what a native speaker would write");

    private static readonly Lazy<IReadOnlyList<(string File, string Content)>> Texts = new(() =>
        [
            .. System
                .IO.Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
                .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
                .Select(file => (Path.GetRelativePath(Repository.Root, file), TextIn(file))),
        ]
    );

    // Of code only what is in quotation marks; of a page everything but its comments.
    private static string TextIn(string file)
    {
        var content = File.ReadAllText(file);
        if (Path.GetExtension(file) == ".cs")
            return string.Join('\n', Literal().Matches(content).Select(match => match.Value));
        return Space().Replace(Comment().Replace(content, ""), " ");
    }

    [GeneratedRegex("\"(?:[^\"\\\\\n]|\\\\.)*\"", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"@\*.*?\*@|^\s*//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Space();
}
