using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.ApiKeys;

internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/me/api-keys").WithTags("Me");
        keys.MapGet("", ListAsync)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents("ListMyApiKeys", "The person's API keys", "Latest first, with those that have expired; at most 50, on one page.");
        keys.MapPost("", CreateAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.ApiKeysPerUser)
            .NeedsStepUp()
            .Documents(
                "CreateApiKey",
                "Make an API key",
                "It acts as the person in the session's active company, within `permissions`, and dies with their membership there. The answer alone holds the key."
            )
            .Produces<ApiKeyAnswer>(StatusCodes.Status201Created)
            .Refuses("not_found", "api_key_limit_reached");
        keys.MapDelete("/{id}", RevokeAsync)
            .AllowsAccess(AccessKind.SignedIn)
            .NeedsStepUp()
            .Documents("RevokeApiKey", "End an API key", "For good; the next request with it is refused.")
            .Refuses("not_found");
        keys.MapPost("/{id}/regenerate", RegenerateAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.ApiKeysPerUser)
            .NeedsStepUp()
            .Documents(
                "RegenerateApiKey",
                "Give an API key another secret",
                "The old one opens nothing from then on. The answer alone holds the key."
            )
            .Refuses("not_found");
    }

    private static async Task<Ok<ListAnswer<ApiKeyAnswer>>> ListAsync(Caller caller, IGrainFactory grains)
    {
        var keys = await caller.User(grains).ListApiKeysAsync();
        return TypedResults.Ok(new ListAnswer<ApiKeyAnswer>([.. keys.Select(ApiKeyAnswer.Of)], NextCursor: null, keys.Count));
    }

    // No Idempotency-Key: the kept answer would hold the key.
    private static async Task<Created<ApiKeyAnswer>> CreateAsync(
        Body<CreateApiKeyRequest> body,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        var issued = await caller
            .User(grains)
            .CreateApiKeyAsync(caller.Actor, caller.Principal.CompanyId, body.Value.ToCommand(EntityId.New(clock)));
        return TypedResults.Created($"{ApiRoutes.Base}/me/api-keys/{issued.View.Id}", ApiKeyAnswer.Of(issued));
    }

    private static async Task<Ok<ApiKeyAnswer>> RegenerateAsync(string id, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(ApiKeyAnswer.Of(await caller.User(grains).RegenerateApiKeyAsync(caller.Actor, WellFormed(id))));

    private static async Task<NoContent> RevokeAsync(string id, Caller caller, IGrainFactory grains)
    {
        await caller.User(grains).RevokeApiKeyAsync(caller.Actor, WellFormed(id));
        return TypedResults.NoContent();
    }

    private static string WellFormed(string id) => EntityId.IsWellFormed(id) ? id : throw new RefusedException(GeneralErrors.NotFound);
}
