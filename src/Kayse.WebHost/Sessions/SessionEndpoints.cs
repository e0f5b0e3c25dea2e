using Kayse.Grains.ApiKeys;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.OpenApi;

namespace Kayse.WebHost.Sessions;

internal static class SessionEndpoints
{
    /// <summary>
    /// Short-circuited: it takes part in nothing that comes after routing, and checks the session itself.
    /// </summary>
    public static void MapCurrentSession(this RouteGroupBuilder api)
    {
        RequestDelegate answer = ActivatorUtilities
            .CreateInstance<CurrentSession>(((IEndpointRouteBuilder)api).ServiceProvider)
            .AnswerAsync;
        api.MapGet("/session", answer)
            .ShortCircuit()
            // A delegate is documented only when it says what method it is.
            .WithMetadata(answer.Method)
            .WithTags("Sign-up and sign-in")
            .AllowsAccess(AccessKind.SignedIn)
            .AllowsApiKeys(ApiKeyPermissions.None)
            .Documents(
                "GetSession",
                "Who the session acts as, and what they may do",
                "What other services ask on each of their requests. Counts as use of the session."
            )
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(SessionAnswer), ["application/json"]));
    }
}
