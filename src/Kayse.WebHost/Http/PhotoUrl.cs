namespace Kayse.WebHost.Http;

/// <summary>Where a photo is served.</summary>
internal static class PhotoUrl
{
    /// <summary>Null when there is none.</summary>
    public static string? Of(string? name) => name is null ? null : $"{ApiRoutes.Base}/photos/{name}";
}
