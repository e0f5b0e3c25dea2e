using Kayse.Grains.ApiKeys;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Sessions;

/// <summary>Sessions as the company's admins see them; a person's own are <see cref="MySessionEndpoints"/>.</summary>
internal static class CompanySessionEndpoints
{
    public static void MapCompanySessions(this RouteGroupBuilder api)
    {
        var company = api.MapGroup("/companies/{company}")
            .WithTags("Company")
            .AllowsAccess(AccessKind.SignedIn)
            .Refuses("forbidden", "not_found");
        company
            .MapGet("/sessions", ListAsync)
            .ForAdmins()
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .Documents(
                "ListCompanySessions",
                "Who is signed in now",
                "The live sessions whose active company this is, latest started first; `search` as for members: words of names, addresses and job titles. Needs an Admin."
            )
            .Refuses("validation_failed");
        company
            .MapDelete("/sessions/{id}", EndAsync)
            .ForAdmins()
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .Documents(
                "EndCompanySession",
                "Sign somebody out",
                "Ends one session that is live here; the next use of its token is refused. Needs an Admin, and nobody above oneself."
            );
        company
            .MapPost("/members/{userId}/sign-out", SignOutMemberAsync)
            .ForHoldersOf(Permissions.UpdateMembers)
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .Documents(
                "SignOutMember",
                "Sign somebody out everywhere",
                "Ends every session of theirs whose active company this is. May be repeated. Needs `members.update`, and nobody above oneself."
            );
        company
            .MapGet("/sign-in-history", ListHistoryAsync)
            .ForAdmins()
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .Documents(
                "ListSignInHistory",
                "How people signed in",
                "Successes and failures of the last 90 days, latest first; `search` as for members, `from` and `to` (before it) in RFC 3339. Repeated failures are one entry with a count. Needs an Admin."
            )
            .Refuses("validation_failed");
    }

    private static async Task<Ok<ListAnswer<CompanySessionAnswer>>> ListAsync(
        string company,
        string? userId,
        string? search,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    )
    {
        var sessions = await caller
            .Company<IMemberSessionsGrain>(grains, company)
            .ListSessionsAsync(caller.Actor, Given(userId), Given(search), page.ToRequest());
        return TypedResults.Ok(ListAnswer.Of(sessions, session => CompanySessionAnswer.Of(session, caller)));
    }

    private static async Task<NoContent> EndAsync(string company, string id, Caller caller, IGrainFactory grains, HttpContext context)
    {
        await caller.Company<IMemberSessionsGrain>(grains, company).EndSessionAsync(caller.Actor, WellFormed(id));
        if (id == caller.SessionId)
            SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutMemberAsync(
        string company,
        string userId,
        Caller caller,
        IGrainFactory grains,
        HttpContext context
    )
    {
        await caller.Company<IMemberSessionsGrain>(grains, company).SignOutMemberAsync(caller.Actor, WellFormed(userId));
        if (userId == caller.Principal.UserId)
            SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ListAnswer<SignInEntryAnswer>>> ListHistoryAsync(
        string company,
        [AsParameters] SignInQuery query,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    )
    {
        var entries = await caller
            .Company<IMemberSessionsGrain>(grains, company)
            .SearchSignInHistoryAsync(caller.Actor, query.ToSearch(), page.ToRequest());
        return TypedResults.Ok(ListAnswer.Of(entries, SignInEntryAnswer.Of));
    }

    private static string WellFormed(string id) => EntityId.IsWellFormed(id) ? id : throw new RefusedException(GeneralErrors.NotFound);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
