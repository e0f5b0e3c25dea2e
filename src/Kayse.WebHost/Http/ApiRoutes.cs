namespace Kayse.WebHost.Http;

internal static class ApiRoutes
{
    /// <summary>What every route of the API starts with.</summary>
    public const string Base = "/api/v1";
}
