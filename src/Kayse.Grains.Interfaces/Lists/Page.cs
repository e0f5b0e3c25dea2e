namespace Kayse.Grains.Lists;

/// <summary>A part of a list.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="NextCursor">Where the next page starts, or null when this is the last.</param>
/// <param name="Total">How many there are on all pages.</param>
[GenerateSerializer, Immutable, Alias("kayse.page`1")]
public sealed record Page<T>([property: Id(0)] IReadOnlyList<T> Items, [property: Id(1)] string? NextCursor, [property: Id(2)] int Total);

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">1 to 200.</param>
/// <param name="Cursor">The <see cref="Page{T}.NextCursor"/> of the page before, or null for the first page.</param>
[GenerateSerializer, Immutable, Alias("kayse.page-request")]
public sealed record PageRequest([property: Id(0)] int Limit, [property: Id(1)] string? Cursor)
{
    /// <summary>How many to leave out before the page, where pages are numbered; 0 with a cursor.</summary>
    [Id(2)]
    public int Skip { get; init; }
}
