using Kayse.Grains.Passkeys;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Passkeys;

internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this RouteGroupBuilder api)
    {
        var passkeys = api.MapGroup("/me/passkeys").WithTags("Passkeys");
        passkeys.MapGet("", ListMyPasskeysAsync).Allows(Who.SignedIn, restricted: new(SessionRestriction.TwoFactorSetup));
        passkeys
            .MapPost("/options", GetPasskeyCreationOptionsAsync)
            .Allows(
                Who.SignedIn,
                limit: RateLimitKind.TwoFactorChangesPerUser,
                stepUp: StepUpNeeded.OfEverybody,
                restricted: new(SessionRestriction.TwoFactorSetup),
                account: AccountWide.Always
            );
        passkeys
            .MapPost("", AddPasskeyAsync)
            .Allows(
                Who.SignedIn,
                limit: RateLimitKind.TwoFactorChangesPerUser,
                stepUp: StepUpNeeded.OfEverybody,
                restricted: new(SessionRestriction.TwoFactorSetup),
                account: AccountWide.Always
            );
        passkeys
            .MapPatch("/{id}", RenamePasskeyAsync)
            .Allows(Who.SignedIn, limit: RateLimitKind.TwoFactorChangesPerUser, account: AccountWide.Always);
        passkeys
            .MapDelete("/{id}", RemovePasskeyAsync)
            .Allows(
                Who.SignedIn,
                limit: RateLimitKind.TwoFactorChangesPerUser,
                stepUp: StepUpNeeded.OfEverybody,
                account: AccountWide.Always
            );
    }

    /// <summary>List your passkeys</summary>
    /// <remarks>On one page, the oldest first; at most 20.</remarks>
    public static async Task<Ok<ListResponse<PasskeyResponse>>> ListMyPasskeysAsync(Caller caller, IGrainFactory grains)
    {
        var list = await caller.User<IPasskeysGrain>(grains).ListPasskeysAsync();
        return TypedResults.Ok(
            new ListResponse<PasskeyResponse>([.. list.Items.Select(PasskeyResponse.Of)], NextCursor: null, list.Items.Count)
        );
    }

    /// <summary>Get options to create a passkey</summary>
    /// <remarks>
    /// The options are for <c>navigator.credentials.create()</c>. The challenge is valid for 5 minutes in this session
    /// and can be used once.
    /// </remarks>
    [Refuses("passkey_limit_reached")]
    public static async Task<Ok<PasskeyCreationOptions>> GetPasskeyCreationOptionsAsync(
        Caller caller,
        IGrainFactory grains,
        PasskeyOptions options
    ) => TypedResults.Ok(options.Of(await caller.User<IPasskeysGrain>(grains).BeginPasskeyRegistrationAsync(caller.SessionId)));

    /// <summary>Add a passkey</summary>
    /// <remarks>
    /// Takes the result of <c>navigator.credentials.create()</c>. Replaces the token of this session, tells you by
    /// mail, and meets a company's requirement of a second factor.
    /// </remarks>
    // No Idempotency-Key: the kept answer would hold the token.
    [Produces<PasskeyResponse>(StatusCodes.Status201Created)]
    [Refuses("passkey_not_created", "passkey_taken", "passkey_limit_reached")]
    public static async Task<Created<PasskeyResponse>> AddPasskeyAsync(
        Body<AddPasskeyRequest> body,
        Caller caller,
        IGrainFactory grains,
        HttpContext context
    )
    {
        var command = new AddPasskey(body.Value.Name, body.Value.Response.Read("response"), caller.SessionId);
        var added = await caller.User<IPasskeysGrain>(grains).AddPasskeyAsync(command);
        SessionCookie.ReplaceOrClear(context, added.Session);
        return TypedResults.Created($"{ApiRoutes.Base}/me/passkeys/{added.Passkey.Id}", PasskeyResponse.Of(added));
    }

    /// <summary>Rename a passkey</summary>
    [Refuses("not_found")]
    public static async Task<Ok<PasskeyResponse>> RenamePasskeyAsync(
        RouteId id,
        Body<RenamePasskeyRequest> body,
        Caller caller,
        IGrainFactory grains
    ) => TypedResults.Ok(PasskeyResponse.Of(await caller.User<IPasskeysGrain>(grains).RenamePasskeyAsync(id, body.Value.Name)));

    /// <summary>Remove a passkey</summary>
    /// <remarks>
    /// Ends all your other sessions, removes your trusted devices and replaces the token of this session; the response
    /// is 204 if this session ended in the meantime. Refused with <c>last_way_in</c> if you couldn't sign in anymore,
    /// or if a company of yours requires a second factor and this is the only one.
    /// </remarks>
    [Refuses("not_found", "last_way_in")]
    public static async Task<Results<Ok<RenewedSessionResponse>, NoContent>> RemovePasskeyAsync(
        RouteId id,
        Caller caller,
        IGrainFactory grains,
        HttpContext context
    )
    {
        var renewed = await caller.User<IPasskeysGrain>(grains).RemovePasskeyAsync(id, caller.SessionId);
        SessionCookie.ReplaceOrClear(context, renewed);
        return renewed is null ? TypedResults.NoContent() : TypedResults.Ok(RenewedSessionResponse.Of(renewed));
    }
}
