namespace Kayse.WebHost.Scopes.Pages;

/// <summary>Case types as people choose and type them: one per line, or several in a line with commas between.</summary>
internal static class CaseTypeText
{
    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public static string Of(IReadOnlyList<string> caseTypes) => string.Join('\n', caseTypes);

    /// <summary>The case types in what was posted. A known one that has a comma in it stays one.</summary>
    public static IReadOnlyList<string> Parse(IReadOnlyList<string> posted, Func<string, bool> isKnown) =>
        [.. posted.SelectMany(text => text.Split('\n', Trimmed)).SelectMany(line => isKnown(line) ? [line] : line.Split(',', Trimmed))];
}
