namespace Kayse.WebHost.Scopes.Pages;

/// <summary>Case types as people type them: one a line, or several in a line with commas between.</summary>
internal static class CaseTypeText
{
    public static string Of(IReadOnlyList<string> caseTypes) => string.Join('\n', caseTypes);

    /// <summary>The case types in a text. One that is there already and has a comma in it stays one.</summary>
    public static IReadOnlyList<string> Parse(string text, IReadOnlyList<string> existing) =>
        [
            .. text.Split('\n', Trimmed)
                .SelectMany(line => existing.Contains(line, StringComparer.Ordinal) ? [line] : line.Split(',', Trimmed)),
        ];

    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
}
