using Kayse.Grains.ApiKeys;
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
        var keys = api.MapGroup("/me/api-keys").WithTags("API keys");
        keys.MapGet("", ListMyApiKeysAsync).Allows(Who.SignedIn);
        keys.MapPost("", CreateApiKeyAsync).Allows(Who.SignedIn, limit: RateLimitKind.ApiKeysPerUser, stepUp: StepUpNeeded.OfEverybody);
        keys.MapDelete("/{id}", RevokeApiKeyAsync).Allows(Who.SignedIn, stepUp: StepUpNeeded.OfEverybody, account: AccountWide.Elsewhere);
        keys.MapPost("/{id}/regenerate", RegenerateApiKeyAsync)
            .Allows(Who.SignedIn, limit: RateLimitKind.ApiKeysPerUser, stepUp: StepUpNeeded.OfEverybody, account: AccountWide.Elsewhere);
    }

    /// <summary>List your API keys</summary>
    /// <remarks>Newest first, on one page, including expired keys; at most 50.</remarks>
    public static async Task<Ok<ListResponse<ApiKeyResponse>>> ListMyApiKeysAsync(Caller caller, IGrainFactory grains)
    {
        var keys = await caller.User<IApiKeysGrain>(grains).ListApiKeysAsync();
        return TypedResults.Ok(new ListResponse<ApiKeyResponse>([.. keys.Select(ApiKeyResponse.Of)], NextCursor: null, keys.Count));
    }

    /// <summary>Create an API key</summary>
    /// <remarks>
    /// The key acts as you in the active company, within <c>permissions</c>, and stops working when your membership
    /// there ends. The key is returned only once.
    /// </remarks>
    // No Idempotency-Key: the kept answer would hold the key.
    [Produces<ApiKeyResponse>(StatusCodes.Status201Created)]
    [Refuses("not_found", "api_key_limit_reached")]
    public static async Task<Created<ApiKeyResponse>> CreateApiKeyAsync(
        Body<CreateApiKeyRequest> body,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        var issued = await caller
            .User<IApiKeysGrain>(grains)
            .CreateApiKeyAsync(caller.Actor, caller.Principal.CompanyId, body.Value.ToCommand(EntityId.New(clock)));
        return TypedResults.Created($"{ApiRoutes.Base}/me/api-keys/{issued.View.Id}", ApiKeyResponse.Of(issued));
    }

    /// <summary>Regenerate an API key</summary>
    /// <remarks>
    /// Replaces the secret; the old key stops working immediately. The new key is returned only once.
    /// </remarks>
    [Refuses("not_found")]
    public static async Task<Ok<ApiKeyResponse>> RegenerateApiKeyAsync(RouteId id, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(ApiKeyResponse.Of(await caller.User<IApiKeysGrain>(grains).RegenerateApiKeyAsync(caller.Actor, id)));

    /// <summary>Revoke an API key</summary>
    /// <remarks>Takes effect with the next request. This cannot be undone.</remarks>
    [Refuses("not_found")]
    public static async Task<NoContent> RevokeApiKeyAsync(RouteId id, Caller caller, IGrainFactory grains)
    {
        await caller.User<IApiKeysGrain>(grains).RevokeApiKeyAsync(caller.Actor, id);
        return TypedResults.NoContent();
    }
}
