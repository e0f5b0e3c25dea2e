namespace Kayse.WebHost.Http;

/// <summary>Where a logo is served.</summary>
internal static class LogoUrl
{
    /// <summary>Null when there is none.</summary>
    public static string? Of(string? name) => name is null ? null : $"{ApiRoutes.Base}/logos/{name}";
}
