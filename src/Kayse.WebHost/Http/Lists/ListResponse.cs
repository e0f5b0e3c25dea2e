using Kayse.Grains.Lists;

namespace Kayse.WebHost.Http.Lists;

/// <summary>A part of a list.</summary>
/// <param name="Items">What is on this page.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> to get the next page; null on the last.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record ListResponse<T>(IReadOnlyList<T> Items, string? NextCursor, int Total);

internal static class ListResponse
{
    /// <summary>A page of views as the contract shows them.</summary>
    public static ListResponse<TResponse> Of<TView, TResponse>(Page<TView> page, Func<TView, TResponse> show) =>
        new([.. page.Items.Select(show)], page.NextCursor, page.Total);
}
