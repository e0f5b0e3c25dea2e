using System.Globalization;

namespace Orleans.Runtime;

/// <summary>How integers and GUIDs are written as keys: upper-case hexadecimal without zeros in front, and 32 lower-case digits; a string may follow after a plus.</summary>
public static class GrainIdKeyExtensions
{
    private const int GuidLength = 32;

    /// <summary>Writes an integer.</summary>
    public static IdSpan CreateIntegerKey(long key) => IdSpan.Create(key.ToString("X", CultureInfo.InvariantCulture));

    /// <summary>Writes an integer and a string after it.</summary>
    public static IdSpan CreateIntegerKey(long key, string? keyExtension)
        => string.IsNullOrWhiteSpace(keyExtension) ? CreateIntegerKey(key) : IdSpan.Create($"{CreateIntegerKey(key)}+{keyExtension}");

    /// <summary>Writes a GUID.</summary>
    public static IdSpan CreateGuidKey(Guid key) => IdSpan.Create(key.ToString("N"));

    /// <summary>Writes a GUID and a string after it.</summary>
    public static IdSpan CreateGuidKey(Guid key, string? keyExtension)
        => string.IsNullOrWhiteSpace(keyExtension) ? CreateGuidKey(key) : IdSpan.Create($"{key:N}+{keyExtension}");

    /// <summary>Reads an integer and the string after it, null if there is none.</summary>
    public static bool TryGetIntegerKey(this GrainId grainId, out long key, out string? keyExt)
    {
        var text = grainId.Key.ToString();
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        keyExt = plus < 0 ? null : text[(plus + 1)..];
        return long.TryParse(plus < 0 ? text : text.AsSpan(0, plus), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out key);
    }

    /// <summary>Reads a GUID and the string after it, null if there is none.</summary>
    public static bool TryGetGuidKey(this GrainId grainId, out Guid key, out string? keyExt)
    {
        var text = grainId.Key.ToString();
        keyExt = text.Length > GuidLength && text[GuidLength] == '+' ? text[(GuidLength + 1)..] : null;
        key = default;
        return (text.Length == GuidLength || keyExt is not null) && Guid.TryParseExact(text.AsSpan(0, GuidLength), "N", out key);
    }
}
