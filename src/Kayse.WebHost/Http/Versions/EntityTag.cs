using System.Globalization;

namespace Kayse.WebHost.Http.Versions;

/// <summary>The version of a resource as the ETag and If-Match headers carry it.</summary>
internal static class EntityTag
{
    /// <summary>What stands for "whichever is there" in If-Match.</summary>
    public const string Any = "*";

    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that a tag of ours names; null for any other text, weak tags among them.</summary>
    public static long? VersionOf(string tag) =>
        tag is ['"', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
