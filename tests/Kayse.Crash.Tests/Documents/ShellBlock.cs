using System.Text.RegularExpressions;

namespace Kayse.Crash.Documents;

/// <summary>A code block with commands in a document, and what they print.</summary>
/// <param name="Place">The document and the line of the first command, for messages.</param>
/// <param name="Commands">The block <c>sh</c>.</param>
/// <param name="Output">The block <c>text</c> right below it; empty when there is none.</param>
internal sealed partial record ShellBlock(string Place, string Commands, string Output)
{
    /// <summary>All of a document, in order.</summary>
    public static IEnumerable<ShellBlock> In(string document, string text) =>
        Block()
            .Matches(text)
            .Select(match => new ShellBlock(
                $"{document}:{text[..match.Index].Count(letter => letter == '\n') + 2}",
                match.Groups["commands"].Value,
                match.Groups["output"].Value.TrimEnd('\n')
            ));

    /// <summary>Whether this is what the document says; <c>…</c> stands for anything within a line.</summary>
    public bool Prints(string output)
    {
        var pattern = Regex.Escape(Output).Replace("…", "[^\n]*", StringComparison.Ordinal);
        return Regex.IsMatch(output.TrimEnd('\n'), $@"\A{pattern}\z", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
    }

    [GeneratedRegex(
        "^```sh\n(?<commands>.*?)^```\n(```text\n(?<output>.*?)^```\n)?",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Block();
}
