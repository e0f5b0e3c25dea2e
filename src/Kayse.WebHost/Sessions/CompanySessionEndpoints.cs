using Kayse.Grains.ApiKeys;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http;
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
        var company = api.MapGroup("/companies/{company}").WithTags("Company").Refuses("forbidden", "not_found");
        company.MapGet("/sessions", ListCompanySessionsAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        company.MapDelete("/sessions/{id}", EndCompanySessionAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        company
            .MapPost("/members/{userId}/sign-out", SignOutMemberAsync)
            .Allows(Who.Holding(Permissions.UpdateMembers), keys: ApiKeyPermissions.Admin);
        company.MapGet("/sign-in-history", ListSignInHistoryAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
    }

    /// <summary>List active sessions</summary>
    /// <remarks>
    /// Returns the live sessions whose active company this is, most recently started first. <c>search</c> matches
    /// words of names, email addresses and job titles.
    /// </remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ListResponse<CompanySessionResponse>>> ListCompanySessionsAsync(
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
        return TypedResults.Ok(ListResponse.Of(sessions, session => CompanySessionResponse.Of(session, caller)));
    }

    /// <summary>End a session</summary>
    /// <remarks>
    /// Ends a session that is active in this company; the next use of its token is refused. You cannot sign out
    /// people with a role above your own.
    /// </remarks>
    public static async Task<NoContent> EndCompanySessionAsync(
        string company,
        RouteId id,
        Caller caller,
        IGrainFactory grains,
        HttpContext context
    )
    {
        await caller.Company<IMemberSessionsGrain>(grains, company).EndSessionAsync(caller.Actor, id);
        if (id == caller.SessionId)
            SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    /// <summary>Sign out a member</summary>
    /// <remarks>
    /// Ends all sessions of the person whose active company this is. May be repeated. You cannot sign out people
    /// with a role above your own.
    /// </remarks>
    public static async Task<NoContent> SignOutMemberAsync(
        string company,
        RouteId userId,
        Caller caller,
        IGrainFactory grains,
        HttpContext context
    )
    {
        await caller.Company<IMemberSessionsGrain>(grains, company).SignOutMemberAsync(caller.Actor, userId);
        if (userId == caller.Principal.UserId)
            SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }

    /// <summary>List the sign-in history</summary>
    /// <remarks>
    /// Successful and failed sign-ins of the retention period, newest first. <c>search</c> matches words of names,
    /// email addresses and job titles. Repeated failures appear as one entry with a count.
    /// </remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<ListResponse<SignInEntryResponse>>> ListSignInHistoryAsync(
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
        return TypedResults.Ok(ListResponse.Of(entries, SignInEntryResponse.Of));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
