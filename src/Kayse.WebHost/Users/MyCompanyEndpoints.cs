using Kayse.Grains.Errors;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Passwords;
using Kayse.WebHost.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Users;

internal static class MyCompanyEndpoints
{
    public static void MapMyCompanies(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Me").AllowsAccess(AccessKind.SignedIn);
        me.MapGet("/companies", ListAsync)
            .Documents(
                "ListMyCompanies",
                "The companies that the person works in",
                "In the order in which they joined them, on one page. One that has deactivated them is left out."
            );
        me.MapPut("/default-company", SetDefaultAsync)
            .Documents(
                "SetMyDefaultCompany",
                "Choose the company that a sign-in opens",
                "Changes nothing for sessions that have started."
            )
            .Refuses("not_found");
        api.MapPost("/session/company", SwitchAsync)
            .WithTags("Me")
            .AllowsAccess(AccessKind.SignedIn)
            .Documents(
                "SwitchCompany",
                "Work in another company",
                "Makes it the session's active company, and replaces the session's token."
            )
            .Refuses("not_found");
    }

    private static async Task<Ok<ListAnswer<MyCompanyAnswer>>> ListAsync(Caller caller, IGrainFactory grains)
    {
        var companies = await caller.User(grains).ListCompaniesAsync();
        return TypedResults.Ok(
            new ListAnswer<MyCompanyAnswer>([.. MyCompanyAnswer.Of(companies, caller)], NextCursor: null, companies.Memberships.Count)
        );
    }

    private static async Task<NoContent> SetDefaultAsync(Body<CompanyChoice> body, Caller caller, IGrainFactory grains)
    {
        await caller.User(grains).SetDefaultCompanyAsync(WellFormed(body.Value.CompanyId));
        return TypedResults.NoContent();
    }

    private static async Task<Ok<RenewedSessionAnswer>> SwitchAsync(
        Body<CompanyChoice> body,
        Caller caller,
        IGrainFactory grains,
        HttpContext context
    )
    {
        var renewed = await caller.User(grains).SwitchCompanyAsync(caller.SessionId, WellFormed(body.Value.CompanyId));
        SessionCookie.Replace(context, renewed);
        return TypedResults.Ok(RenewedSessionAnswer.Of(renewed));
    }

    private static string WellFormed(string id) => EntityId.IsWellFormed(id) ? id : throw new RefusedException(GeneralErrors.NotFound);
}
