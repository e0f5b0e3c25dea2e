using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Lists;

internal static class Paging
{
    private static readonly Dictionary<string, string[]> _badCursor = new(StringComparer.Ordinal) { ["cursor"] = ["This cursor is not one that a list has given."] };

    /// <summary>A page of <paramref name="items"/> in the order of their keys. The cursor is the last key, so that a page stays right when items come and go.</summary>
    public static Page<T> Cut<T>(IEnumerable<T> items, Func<T, string> keyOf, PageRequest request)
    {
        var keyed = items.Select(item => (Key: keyOf(item), Item: item)).ToList();
        keyed.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        var after = request.Cursor is null ? null : Decode(request.Cursor);
        var first = after is null ? 0 : keyed.FindIndex(entry => string.CompareOrdinal(entry.Key, after) > 0);
        if (first < 0)
            return new Page<T>([], null, keyed.Count);
        var page = keyed.Skip(first).Take(request.Limit).ToList();
        var more = first + page.Count < keyed.Count;
        return new Page<T>([.. page.Select(entry => entry.Item)], more ? Encode(page[^1].Key) : null, keyed.Count);
    }

    /// <summary>A key as a cursor.</summary>
    public static string Encode(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    /// <summary>The number in a cursor; refuses what is none.</summary>
    public static long DecodeNumber(string cursor)
        => long.TryParse(Decode(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new RefusedException(GeneralErrors.Invalid(_badCursor));

    /// <summary>The key in a cursor; refuses what is none.</summary>
    public static string Decode(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            throw new RefusedException(GeneralErrors.Invalid(_badCursor));
        }
    }
}
