using Kayse.Grains.Privacy;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Privacy;

/// <summary>A person's own request for their account to be deleted.</summary>
internal static class AccountDeletionEndpoints
{
    public static void MapAccountDeletion(this RouteGroupBuilder api)
    {
        var request = api.MapGroup("/me/deletion-request").WithTags("Privacy");
        request.MapGet("", GetMyDeletionRequestAsync).Allows(Who.SignedIn);
        request
            .MapPost("", RequestMyDeletionAsync)
            .Allows(Who.SignedIn, stepUp: StepUpNeeded.OfEverybody, account: AccountWide.Elsewhere);
        request.MapDelete("", TakeBackMyDeletionAsync).Allows(Who.SignedIn);
    }

    /// <summary>Get your deletion request</summary>
    /// <remarks>Says when your account will be deleted, if you have asked for that.</remarks>
    public static async Task<Ok<DeletionRequestResponse>> GetMyDeletionRequestAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(DeletionRequestResponse.Of(await caller.User<IAccountDeletionGrain>(grains).GetAsync()));

    /// <summary>Ask for your account to be deleted</summary>
    /// <remarks>
    /// Your account is deleted after 30 days, or earlier once no company has you as an active member. Your admins are told
    /// by mail, and you can take it back until then. Refused with <c>last_super_admin</c> while a company has no other.
    /// May be repeated.
    /// </remarks>
    [Produces<DeletionRequestResponse>(StatusCodes.Status202Accepted)]
    [Refuses("last_super_admin")]
    public static async Task<Accepted<DeletionRequestResponse>> RequestMyDeletionAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Accepted(
            $"{ApiRoutes.Base}/me/deletion-request",
            DeletionRequestResponse.Of(await caller.User<IAccountDeletionGrain>(grains).RequestAsync(caller.Actor))
        );

    /// <summary>Keep your account</summary>
    /// <remarks>Takes the request back. May be repeated.</remarks>
    [Refuses("account_deletion_due")]
    public static async Task<NoContent> TakeBackMyDeletionAsync(Caller caller, IGrainFactory grains)
    {
        await caller.User<IAccountDeletionGrain>(grains).TakeBackAsync();
        return TypedResults.NoContent();
    }
}
