namespace Kayse.WebHost.Invitations.Bulk;

/// <summary>How a file separates its cells: with commas, or with what spreadsheets in other countries use.</summary>
internal static class FileDialect
{
    private const string Separators = ",;\t";

    /// <summary>
    /// The separator that the first line uses most; a comma when it uses none. Later lines don't count: scopes in a
    /// cell are separated too.
    /// </summary>
    public static char SeparatorOf(string text)
    {
        var rest = text.AsSpan().TrimStart("\r\n");
        var end = rest.IndexOfAny('\r', '\n');
        var header = (end < 0 ? rest : rest[..end]).ToString();
        return Separators.MaxBy(separator => header.Count(c => c == separator));
    }
}
