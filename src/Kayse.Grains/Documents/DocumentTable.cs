namespace Kayse.Grains.Documents;

/// <summary>A table. Its heading is repeated on every page that it goes on to.</summary>
/// <param name="Columns">What its columns are.</param>
/// <param name="Rows">As many texts in each as there are columns.</param>
public sealed record DocumentTable(IReadOnlyList<DocumentColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : DocumentBlock
{
    /// <summary>The last row, which sums up the others; null when there is none.</summary>
    public IReadOnlyList<string>? Totals { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Title">What is in it.</param>
/// <param name="Share">How much of the width it gets, compared with the others.</param>
/// <param name="IsNumber">Whether it has numbers, which stand at the right.</param>
public sealed record DocumentColumn(string Title, double Share = 1, bool IsNumber = false);
