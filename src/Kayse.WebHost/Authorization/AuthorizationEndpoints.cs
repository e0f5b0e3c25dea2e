using Kayse.Grains.ApiKeys;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Authorization;

internal static class AuthorizationEndpoints
{
    /// <summary>
    /// Short-circuited: they take part in nothing that comes after routing, and check the session themselves.
    /// </summary>
    public static void MapAuthorize(this RouteGroupBuilder api)
    {
        var services = ((IEndpointRouteBuilder)api).ServiceProvider;
        var caller = ActivatorUtilities.CreateInstance<AuthorizationCaller>(services);
        Map(api, "/authorize", new Authorize(caller).AuthorizeAsync);
        Map(api, "/authorize/batch", new AuthorizeBatch(caller).AuthorizeBatchAsync);
    }

    // A delegate is documented only when it says what method it is.
    private static void Map(RouteGroupBuilder api, string pattern, RequestDelegate respond) =>
        api.MapPost(pattern, respond).Allows(Who.SignedIn, keys: ApiKeyPermissions.None).ShortCircuit().WithMetadata(respond.Method);
}
