namespace Kayse.Grains.State;

/// <summary>
/// Gives equal texts, and equal lists of them, one object: a million sessions hold few company names, permissions and
/// browsers, but storage reads each of them anew. A newer one takes the place of an older, so this takes no more memory
/// however many there are, and all that is lost is sharing.
/// </summary>
internal static class SharedTexts
{
    private const int TextPlaces = 1 << 16;
    private const int ListPlaces = 1 << 12;

    private static readonly string?[] _texts = new string?[TextPlaces];
    private static readonly string[]?[] _lists = new string[]?[ListPlaces];

    /// <summary>For what many have in common; anything else would only push that out.</summary>
    public static string Of(string text)
    {
        ref var place = ref _texts[(uint)string.GetHashCode(text, StringComparison.Ordinal) % TextPlaces];
        if (place is { } known && known == text)
            return known;
        return place = text;
    }

    /// <inheritdoc cref="Of(string)"/>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> texts)
    {
        var hash = new HashCode();
        foreach (var text in texts)
            hash.Add(text, StringComparer.Ordinal);
        ref var place = ref _lists[(uint)hash.ToHashCode() % ListPlaces];
        if (place is { } known && known.SequenceEqual(texts, StringComparer.Ordinal))
            return known;
        return place = [.. texts.Select(Of)];
    }
}
