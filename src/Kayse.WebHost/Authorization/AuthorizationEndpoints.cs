using Kayse.Grains.ApiKeys;
using Kayse.WebHost.Http.Callers;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kayse.WebHost.Authorization;

internal static class AuthorizationEndpoints
{
    /// <summary>
    /// Short-circuited: it takes part in nothing that comes after routing, and checks the session itself.
    /// </summary>
    public static void MapAuthorize(this RouteGroupBuilder api)
    {
        RequestDelegate respond = ActivatorUtilities
            .CreateInstance<Authorize>(((IEndpointRouteBuilder)api).ServiceProvider)
            .AuthorizeAsync;
        // A delegate is documented only when it says what method it is.
        api.MapPost("/authorize", respond)
            .Allows(Who.SignedIn, keys: ApiKeyPermissions.None)
            .ShortCircuit()
            .WithMetadata(respond.Method);
    }
}
