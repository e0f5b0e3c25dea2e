using Kayse.WebHost.Api.Lists;
using Kayse.WebHost.Api.OpenApi;
using Kayse.WebHost.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Api.Members;

internal static class MemberEndpoints
{
    public static void MapMembers(this RouteGroupBuilder api) => api.MapGet("/companies/{company}/members", ListAsync)
        .WithTags("Company")
        .AllowsAccess(AccessKind.SignedIn)
        .Documents("ListMembers", "The members of a company", "By name. Needs `members.read`.")
        .Refuses("validation_failed", "forbidden", "not_found");

    private static async Task<Ok<ListAnswer<MemberAnswer>>> ListAsync(string company, [AsParameters] PageQuery page, Caller caller, IGrainFactory grains)
        => TypedResults.Ok(ListAnswer.Of(await caller.Company(grains, company).ListMembersAsync(caller.Actor, page.ToRequest()), MemberAnswer.Of));
}
