using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Http.Csv;

/// <summary>Text of people's, as spreadsheets are to take it.</summary>
internal static class SpreadsheetText
{
    // Excel takes the full-width form of what begins a formula for the same. The plain forms, tab and CR are the CSV
    // writer's to guard, which knows ASCII only.
    private static ReadOnlySpan<char> FullWidth => ['\uFF1D', '\uFF0B', '\uFF0D', '\uFF20', '\n'];

    /// <summary>The byte order mark by which Excel knows UTF-8.</summary>
    public static ReadOnlyMemory<byte> Bom { get; } = new byte[] { 0xEF, 0xBB, 0xBF };

    /// <summary>The text, marked as such where it would be taken for a formula.</summary>
    public static string? Of(string? text) => text is { Length: > 0 } && FullWidth.Contains(text[0]) ? $"'{text}" : text;

    /// <summary>The text without the mark that it was given against being taken for a formula.</summary>
    public static string Plain(string text) =>
        text is ['\'', var first, ..] && (first is '=' or '+' or '-' or '@' || FullWidth.Contains(first)) ? text[1..] : text;

    /// <summary>Whether a query asks for a byte order mark; refuses what is neither yes nor no.</summary>
    public static bool WantsBom(string? query) =>
        query switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw new RefusedException(HttpErrors.Field("bom", "This must be true or false.")),
        };
}
