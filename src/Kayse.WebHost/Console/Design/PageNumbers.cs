using System.Globalization;
using Kayse.Grains.Lists;

namespace Kayse.WebHost.Console.Design;

/// <summary>Pages of a list by their numbers, from 1.</summary>
public static class PageNumbers
{
    /// <summary>How many stand on a page.</summary>
    public const int Size = 50;

    /// <summary>The number in an address; 1 when there is none, or what is there is none.</summary>
    public static int Parse(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1;

    /// <summary>A page's number in an address; null for the first, which needs none.</summary>
    public static string? Of(int page) => page == 1 ? null : page.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of the last page.</summary>
    public static int Last(int total, int size = Size) => Math.Max(1, (total + size - 1) / size);

    /// <summary>The page, or the last one where there are not so many.</summary>
    public static async Task<(Page<T> Page, int Number)> ReadAsync<T>(Func<PageRequest, Task<Page<T>>> read, int number, int size = Size)
    {
        ArgumentNullException.ThrowIfNull(read);
        var page = await read(At(number, size));
        if (page.Items.Count > 0 || number == 1)
            return (page, number);
        var last = Last(page.Total, size);
        return (await read(At(last, size)), last);
    }

    private static PageRequest At(int number, int size) => new(size, Cursor: null) { Skip = (number - 1) * size };
}
