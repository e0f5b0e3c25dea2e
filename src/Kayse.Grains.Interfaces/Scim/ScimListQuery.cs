namespace Kayse.Grains.Scim;

/// <summary>Which resources are asked for (RFC 7644, 3.4.2).</summary>
/// <param name="Filter">A filter as it was sent; null: all.</param>
/// <param name="StartIndex">The first of the hits to return, from 1.</param>
/// <param name="Count">How many of them at most: 0 to 200. With 0, only the total is of interest.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-list-query")]
public sealed record ScimListQuery(
    [property: Id(0)] string? Filter = null,
    [property: Id(1)] int StartIndex = 1,
    [property: Id(2)] int Count = ScimListQuery.MaxCount
)
{
    /// <summary>How many resources are on one page at most.</summary>
    public const int MaxCount = 200;

    /// <summary>Of groups, whether their members are wanted: reading ten thousand for nothing is not.</summary>
    [Id(3)]
    public bool WithMembers { get; init; } = true;

    /// <summary>Leaves the filter out, which may have personal data.</summary>
    public override string ToString() => nameof(ScimListQuery);
}

/// <summary>A part of the resources that match.</summary>
/// <param name="Items">In a stable order: that in which they were added.</param>
/// <param name="StartIndex">The place of the first among all that match, from 1.</param>
/// <param name="Total">How many match.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-page`1")]
public sealed record ScimPage<T>([property: Id(0)] IReadOnlyList<T> Items, [property: Id(1)] int StartIndex, [property: Id(2)] int Total);
