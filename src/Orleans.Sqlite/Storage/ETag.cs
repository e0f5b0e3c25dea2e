using System.Globalization;

namespace Orleans.Sqlite;

/// <summary>Versions as Orleans carries them.</summary>
internal static class ETag
{
    /// <summary>Stands for an ETag that no version of ours has; versions start at 1.</summary>
    private const long Foreign = 0;

    public static string Format(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The version, null for no ETag. What is not a number of ours matches no row.</summary>
    public static long? Parse(string? eTag)
    {
        if (string.IsNullOrEmpty(eTag))
            return null;
        return long.TryParse(eTag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : Foreign;
    }
}
