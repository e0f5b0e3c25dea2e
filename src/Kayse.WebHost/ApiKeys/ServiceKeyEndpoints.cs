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

/// <summary>API keys that belong to the company rather than to a person.</summary>
internal static class ServiceKeyEndpoints
{
    public static void MapServiceKeys(this RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/companies/{company}/service-keys").WithTags("API keys").Refuses("forbidden", "not_found");
        keys.MapGet("", ListServiceKeysAsync).Allows(Who.Admins);
        keys.MapPost("", CreateServiceKeyAsync).Allows(Who.Admins, limit: RateLimitKind.ApiKeysPerUser, stepUp: StepUpNeeded.OfEverybody);
        keys.MapDelete("/{id}", RevokeServiceKeyAsync).Allows(Who.Admins, stepUp: StepUpNeeded.OfEverybody);
        keys.MapPost("/{id}/rotate", RotateServiceKeyAsync)
            .Allows(Who.Admins, limit: RateLimitKind.ApiKeysPerUser, stepUp: StepUpNeeded.OfEverybody);
        keys.MapPost("/{id}/end-overlap", EndServiceKeyOverlapAsync).Allows(Who.Admins, stepUp: StepUpNeeded.OfEverybody);
    }

    /// <summary>List service keys</summary>
    /// <remarks>Newest first, on one page, including expired keys; at most 50.</remarks>
    public static async Task<Ok<ListResponse<ServiceKeyResponse>>> ListServiceKeysAsync(
        string company,
        Caller caller,
        IGrainFactory grains
    )
    {
        var keys = await caller.Company<ICompanyServiceKeysGrain>(grains, company).ListServiceKeysAsync(caller.Actor);
        return TypedResults.Ok(
            new ListResponse<ServiceKeyResponse>([.. keys.Select(ServiceKeyResponse.Of)], NextCursor: null, keys.Count)
        );
    }

    /// <summary>Create a service key</summary>
    /// <remarks>
    /// For services that act for the company. The key belongs to the company and stays when its creator leaves. It has
    /// the rights of an Admin within its <c>permissions</c>, without billing. It invites nobody and makes no Admins. The
    /// key is returned only once.
    /// </remarks>
    // No Idempotency-Key: the kept answer would hold the key.
    [Produces<ServiceKeyResponse>(StatusCodes.Status201Created)]
    [Refuses("service_key_limit_reached")]
    public static async Task<Created<ServiceKeyResponse>> CreateServiceKeyAsync(
        string company,
        Body<CreateApiKeyRequest> body,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        var companyId = caller.CompanyId(company);
        var issued = await caller
            .Company<ICompanyServiceKeysGrain>(grains, companyId)
            .CreateServiceKeyAsync(caller.Actor, body.Value.ToCommand(EntityId.New(clock)));
        return TypedResults.Created(
            $"{ApiRoutes.Base}/companies/{companyId}/service-keys/{issued.View.Id}",
            ServiceKeyResponse.Of(issued)
        );
    }

    /// <summary>Rotate a service key</summary>
    /// <remarks>
    /// Creates a new secret. The old key keeps working for <c>overlapHours</c>, so that services can be switched one
    /// after another; a key from an earlier rotation stops working immediately. The new key is returned only once.
    /// </remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ServiceKeyResponse>> RotateServiceKeyAsync(
        string company,
        RouteId id,
        [AsParameters] RotationQuery query,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ServiceKeyResponse.Of(
                await caller.Company<ICompanyServiceKeysGrain>(grains, company).RotateServiceKeyAsync(caller.Actor, id, query.ToOverlap())
            )
        );

    /// <summary>End the overlap of a rotation</summary>
    /// <remarks>The old key stops working with the next request. May be repeated.</remarks>
    public static async Task<NoContent> EndServiceKeyOverlapAsync(string company, RouteId id, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyServiceKeysGrain>(grains, company).EndServiceKeyOverlapAsync(caller.Actor, id);
        return TypedResults.NoContent();
    }

    /// <summary>Revoke a service key</summary>
    /// <remarks>Takes effect with the next request, for both keys of a rotation. This cannot be undone.</remarks>
    public static async Task<NoContent> RevokeServiceKeyAsync(string company, RouteId id, Caller caller, IGrainFactory grains)
    {
        await caller.Company<ICompanyServiceKeysGrain>(grains, company).RevokeServiceKeyAsync(caller.Actor, id);
        return TypedResults.NoContent();
    }
}
