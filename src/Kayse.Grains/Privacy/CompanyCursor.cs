namespace Kayse.Grains.Privacy;

/// <summary>Where a file stands that lists things of one company after another.</summary>
/// <param name="CompanyId">The company; null when there is none left.</param>
/// <param name="Cursor">Where the next page of it begins; null at its beginning.</param>
internal readonly record struct CompanyCursor(string? CompanyId, string? Cursor)
{
    private const char Separator = '|';

    /// <summary>Where to go on, in the companies that a person is or was in.</summary>
    public static CompanyCursor Parse(ExportContext context, string? cursor)
    {
        if (cursor is null)
            return new(context.User.CompanyIds.FirstOrDefault(), null);
        var parts = cursor.Split(Separator, 2);
        return new(parts[0], parts[1].Length == 0 ? null : parts[1]);
    }

    /// <summary>What comes after a page: its next one, or the next company; null when there is neither.</summary>
    public string? After(ExportContext context, string? nextPage)
    {
        if (nextPage is not null)
            return $"{CompanyId}{Separator}{nextPage}";
        var current = CompanyId;
        var next = context.User.CompanyIds.SkipWhile(id => id != current).Skip(1).FirstOrDefault();
        return next is null ? null : $"{next}{Separator}";
    }
}
