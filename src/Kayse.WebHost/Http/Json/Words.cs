using System.Collections.Frozen;
using System.Text.Json;

namespace Kayse.WebHost.Http.Json;

/// <summary>
/// The contract's words for an enumeration, for where the serializer doesn't come: queries, and the hot path.
/// </summary>
internal static class Words<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> _values = Enum.GetValues<T>()
        .ToFrozenDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => _values.Keys;

    /// <summary>What a word means.</summary>
    public static bool TryParse(string word, out T value) => _values.TryGetValue(word, out value);
}
