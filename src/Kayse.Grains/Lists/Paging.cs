using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Lists;

internal static class Paging
{
    private const int ChecksumLength = 4;

    /// <summary>
    /// A page of <paramref name="items"/> in the order of their keys. The cursor is the last key, so that a page stays
    /// right when items come and go.
    /// </summary>
    public static Page<T> Cut<T>(IEnumerable<T> items, Func<T, string> keyOf, PageRequest request)
    {
        var keyed = items.Select(item => (Key: keyOf(item), Item: item)).ToList();
        keyed.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        var after = request.Cursor is null ? null : Decode(request.Cursor);
        var first = after is null ? request.Skip : keyed.FindIndex(entry => string.CompareOrdinal(entry.Key, after) > 0);
        if (first < 0)
            return new Page<T>([], null, keyed.Count);
        var page = keyed.Skip(first).Take(request.Limit).ToList();
        var more = first + page.Count < keyed.Count;
        return new Page<T>([.. page.Select(entry => entry.Item)], more ? Encode(page[^1].Key) : null, keyed.Count);
    }

    /// <summary>A key as a cursor of the list, or of the order of a list, that is named.</summary>
    public static string Encode(string key, string list = "") =>
        Base64Url.EncodeToString([.. Checksum(key, list), .. Encoding.UTF8.GetBytes(key)]);

    /// <summary>
    /// The number in a cursor of that list; refuses what is none, by the name that the caller knows the cursor by.
    /// </summary>
    public static long DecodeNumber(string cursor, string list = "", string field = "cursor") =>
        long.TryParse(Decode(cursor, list, field), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw BadCursor(field);

    /// <summary>The key in a cursor of that list; refuses what is none of its cursors.</summary>
    public static string Decode(string cursor, string list = "", string field = "cursor")
    {
        if (!Base64Url.IsValid(cursor))
            throw BadCursor(field);
        var bytes = Base64Url.DecodeFromChars(cursor);
        var key = Encoding.UTF8.GetString(bytes.AsSpan(Math.Min(ChecksumLength, bytes.Length)));
        return bytes.AsSpan(0, Math.Min(ChecksumLength, bytes.Length)).SequenceEqual(Checksum(key, list)) ? key : throw BadCursor(field);
    }

    private static RefusedException BadCursor(string field) =>
        new(
            GeneralErrors.Invalid(
                new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    [field] = ["This is not a valid cursor for this list. Use the nextCursor of the previous page."],
                }
            )
        );

    // Not against forgery, of which there would be nothing to gain: against texts that only look like cursors, and
    // those of other lists.
    private static ReadOnlySpan<byte> Checksum(string key, string list) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{list}\n{key}")).AsSpan(0, ChecksumLength);
}
