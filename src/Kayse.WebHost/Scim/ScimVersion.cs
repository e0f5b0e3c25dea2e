using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Scim;

/// <summary>Versions of resources as ETags (RFC 7644, 3.14): weak, as the same version can be shown in parts.</summary>
internal static class ScimVersion
{
    private const long None = -1;

    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version}\"");

    /// <summary>
    /// The version that If-Match names; null when any will do, and one that no resource has when the tag is none of ours.
    /// </summary>
    public static long? Expected(HttpRequest request) =>
        request.GetTypedHeaders().IfMatch switch
        {
            [] => request.Headers.IfMatch.Count == 0 ? null : None,
            [var tag] => Equals(tag, EntityTagHeaderValue.Any) ? null : VersionOf(tag),
            _ => None,
        };

    /// <summary>Whether the client has the version already, by If-None-Match.</summary>
    public static bool IsKnown(HttpRequest request, long version) =>
        request.GetTypedHeaders().IfNoneMatch.Any(tag => Equals(tag, EntityTagHeaderValue.Any) || VersionOf(tag) == version);

    private static long VersionOf(EntityTagHeaderValue tag) =>
        tag.Tag.Value is ['"', .. var digits, '"']
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : None;
}
