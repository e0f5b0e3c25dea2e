using Kayse.Grains.ApiKeys;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kayse.WebHost.Authorization;

internal static class AuthorizationEndpoints
{
    /// <summary>
    /// Short-circuited: it takes part in nothing that comes after routing, and checks the session itself.
    /// </summary>
    public static void MapAuthorize(this RouteGroupBuilder api)
    {
        RequestDelegate answer = ActivatorUtilities.CreateInstance<Authorize>(((IEndpointRouteBuilder)api).ServiceProvider).AnswerAsync;
        api.MapPost("/authorize", answer)
            .ShortCircuit()
            // A delegate is documented only when it says what method it is.
            .WithMetadata(answer.Method)
            .WithTags("Sign-up and sign-in")
            .AllowsAccess(AccessKind.SignedIn)
            .AllowsApiKeys(ApiKeyPermissions.None)
            .Documents(
                "Authorize",
                "May the caller do this?",
                """
                For other services: whether the session may use a permission, on a case type and an agent where those are named. Counts as use of the session.

                It may when all of these hold; the first that doesn't is the `reason`. Their `agentAccess` is `all`, or the agent is
                assigned to them: else `agent`. The permission isn't denied on this agent: else `agent`. It is granted on this agent, or
                theirs in general: else `permission`. Their `caseAccess` is `all`, or the case type is in one of their scopes: else
                `case_type`.
                Where they may, the `reason` says what gave the permission: `role`, `permission` (granted to them) or `agent` (granted on this agent).

                A session that ended because its person was deactivated is answered, with `deactivated`; every other one that has ended is 401 as everywhere.
                """
            )
            .WithMetadata(new AcceptsMetadata(["application/json"], typeof(AuthorizeRequest)))
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(AuthorizeAnswer), ["application/json"]));
    }
}
