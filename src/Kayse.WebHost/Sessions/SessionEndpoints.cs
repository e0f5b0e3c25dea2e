using Kayse.Grains.ApiKeys;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Sessions;

internal static class SessionEndpoints
{
    /// <summary>
    /// Short-circuited: it takes part in nothing that comes after routing, and checks the session itself.
    /// </summary>
    public static void MapCurrentSession(this RouteGroupBuilder api)
    {
        RequestDelegate respond = ActivatorUtilities
            .CreateInstance<CurrentSession>(((IEndpointRouteBuilder)api).ServiceProvider)
            .GetSessionAsync;
        // A delegate is documented only when it says what method it is.
        api.MapGet("/session", respond).Allows(Who.SignedIn, keys: ApiKeyPermissions.None).ShortCircuit().WithMetadata(respond.Method);
    }
}
