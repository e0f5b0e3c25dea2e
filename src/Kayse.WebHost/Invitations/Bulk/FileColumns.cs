using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Csv;

namespace Kayse.WebHost.Invitations.Bulk;

/// <summary>
/// Which column of a file holds what, by the names in its first line; case, spaces, underscores and hyphens in them
/// don't matter.
/// </summary>
internal sealed class FileColumns
{
    /// <summary>By the contract's name of a field, how a file calls it.</summary>
    private static readonly (string Field, string Name, bool IsRequired)[] _known =
    [
        ("email", "email", true),
        ("fullName", "full name", true),
        ("role", "role", true),
        ("phoneNumber", "phone", false),
        ("jobTitle", "job title", false),
        ("caseAccess", "case access", false),
        ("scopeIds", "scopes", false),
        ("agentAccess", "agent access", false),
        (Error, "error", false),
    ];

    // What the file of refused rows says of each; nothing is read from it.
    private const string Error = "error";

    /// <summary>What a file calls them all.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. _known.Where(known => known.Field != Error).Select(known => known.Name)];

    private readonly Dictionary<string, (int Index, string Header)> _columns = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads the first line. A name that is not known is refused: a misspelt "scopes" would let people see everything.
    /// </summary>
    public FileColumns(IReadOnlyList<string> headers)
    {
        for (var index = 0; index < headers.Count; index++)
        {
            if (!string.IsNullOrWhiteSpace(headers[index]))
                Add(headers[index].Trim(), index);
        }

        var missing = _known
            .Where(known => known.IsRequired && !_columns.ContainsKey(known.Field))
            .Select(known => $"\"{known.Name}\"")
            .ToList();
        if (missing.Count > 0)
            throw Refused($"The file has no column {string.Join(" and no column ", missing)}. Its first line must name the columns.");
    }

    /// <summary>The names in the first line, in its order, without the column of errors.</summary>
    public IReadOnlyList<(string Field, string Header)> InOrder =>
        [
            .. _columns
                .Where(column => column.Key != Error)
                .OrderBy(column => column.Value.Index)
                .Select(column => (column.Key, column.Value.Header)),
        ];

    /// <summary>
    /// The cell of a field, without space around it and without the mark by which spreadsheets know that it is no
    /// formula; empty when the row or the file doesn't have it.
    /// </summary>
    public string CellOf(IReadOnlyList<string> cells, string field) =>
        _columns.TryGetValue(field, out var column) && column.Index < cells.Count
            ? SpreadsheetText.Plain(cells[column.Index].Trim())
            : "";

    /// <summary>Whether a cell stands under no name.</summary>
    public bool IsNameless(int index) => !_columns.Values.Any(column => column.Index == index);

    /// <summary>What the file calls a field.</summary>
    public string HeaderOf(string field) => _columns.TryGetValue(field, out var column) ? column.Header : NameOf(field);

    private void Add(string header, int index)
    {
        var field =
            _known.FirstOrDefault(known => string.Equals(Bare(known.Name), Bare(header), StringComparison.OrdinalIgnoreCase)).Field
            ?? throw Refused($"The column \"{header}\" is not known. The columns are {string.Join(", ", Names)}.");
        if (!_columns.TryAdd(field, (index, header)))
            throw Refused($"The file has the column \"{NameOf(field)}\" twice.");
    }

    private static string NameOf(string field) => _known.FirstOrDefault(known => known.Field == field).Name ?? field;

    private static string Bare(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-')));

    private static RefusedException Refused(string message) => new(InvitationFileErrors.Unreadable(message));
}
