using System.Text;

namespace Kayse.WebHost.Sms;

/// <summary>How a text is sent by SMS.</summary>
/// <param name="Encoding"><c>GSM-7</c>, or <c>UCS-2</c> when a character isn't in the GSM alphabet.</param>
/// <param name="Segments">How many messages it is sent as; 1 for an empty text.</param>
/// <param name="Characters">Its length as it is counted: some characters count as 2.</param>
/// <param name="PerSegment">How many of those fit into each of its messages.</param>
/// <param name="UnicodeCharacters">The characters that aren't in the GSM alphabet, in the order in which they come.</param>
internal sealed record SmsSegments(
    SmsEncoding Encoding,
    int Segments,
    int Characters,
    int PerSegment,
    IReadOnlyList<SmsUnicodeCharacter> UnicodeCharacters
)
{
    /// <summary>
    /// Counts a text. What belongs together, an escape with its character or the two halves of a character beyond
    /// U+FFFF, is never parted between two messages. A half that stands alone counts as a character.
    /// </summary>
    public static SmsSegments Of(string text)
    {
        var foreign = ForeignIn(text);
        var encoding = foreign.Count == 0 ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;
        var (alone, together) = encoding == SmsEncoding.Gsm7 ? (160, 153) : (70, 67);
        var sizes = SizesOf(text, encoding);
        var characters = sizes.Sum();
        return characters <= alone
            ? new SmsSegments(encoding, 1, characters, alone, foreign)
            : new SmsSegments(encoding, Count(sizes, together), characters, together, foreign);
    }

    private static int Count(List<int> sizes, int capacity)
    {
        var (segments, used) = (1, 0);
        foreach (var size in sizes)
        {
            (segments, used) = used + size > capacity ? (segments + 1, size) : (segments, used + size);
        }

        return segments;
    }

    private static List<int> SizesOf(string text, SmsEncoding encoding)
    {
        var sizes = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i += sizes[^1] == 2 && encoding == SmsEncoding.Ucs2 ? 2 : 1)
        {
            sizes.Add(
                encoding == SmsEncoding.Gsm7 ? SmsAlphabet.Septets(text[i])
                : i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2
                : 1
            );
        }

        return sizes;
    }

    private static List<SmsUnicodeCharacter> ForeignIn(string text)
    {
        var counts = new Dictionary<Rune, int>();
        var order = new List<Rune>();
        foreach (var rune in text.EnumerateRunes().Where(rune => SmsAlphabet.Septets(rune.Value) == 0))
        {
            if (!counts.TryAdd(rune, 1))
                counts[rune]++;
            else
                order.Add(rune);
        }

        return [.. order.Select(rune => new SmsUnicodeCharacter(rune.ToString(), counts[rune], SmsAlphabet.ReplacementFor(rune)))];
    }
}

/// <summary>How the characters of a message are encoded.</summary>
internal enum SmsEncoding
{
    /// <summary>Seven bits a character.</summary>
    Gsm7,

    /// <summary>Sixteen bits a character.</summary>
    Ucs2,
}

/// <summary>A character that makes a message more expensive.</summary>
/// <param name="Character">As it stands in the text.</param>
/// <param name="Count">How often.</param>
/// <param name="Replacement">What could stand in its place, empty when it can be left out; null when nothing
/// can.</param>
internal sealed record SmsUnicodeCharacter(string Character, int Count, string? Replacement);
