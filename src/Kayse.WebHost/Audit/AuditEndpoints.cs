using System.ComponentModel;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Csv;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Audit;

internal static class AuditEndpoints
{
    public static void MapAudit(this RouteGroupBuilder api)
    {
        var company = api.MapGroup("/companies/{company}")
            .WithTags("Company")
            .ForAdmins()
            .Refuses("validation_failed", "forbidden", "not_found");
        company
            .MapGet("/audit-log", ListAsync)
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents(
                "ListAuditLog",
                "What was done in the company",
                "Latest first. With `Accept: text/csv`, or `format=csv`, all of it that the filters let through, as a file. For Admins and above."
            )
            .Produces<ListAnswer<AuditEntryAnswer>>()
            .ServesAlso(AuditExport.ContentType)
            .Refuses("rate_limited");
        company
            .MapGet("/audit-log/verification", VerifyAsync)
            .AllowsApiKeys(ApiKeyPermissions.Admin)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.WholeAuditLogsPerUser)
            .Documents(
                "VerifyAuditLog",
                "Check the chain of the audit log",
                "Each entry carries the hash of the one before. Keep `count` and `hash` elsewhere and give them later: they show then whether anything before was changed or taken away. For Admins and above."
            );
        company
            .MapGet("/events-feed", ReadEventsAsync)
            .AllowsApiKeys(ApiKeyPermissions.Read)
            .AllowsAccess(AccessKind.SignedIn)
            .Documents(
                "ReadEvents",
                "What has happened in the company, for other services",
                $"Oldest first. Give `nextCursor` as `after` to read on, now or later: no event is skipped or given twice. For Admins and above. Types: {string.Join(", ", EventTypes.All.Select(type => $"`{type}`"))}."
            );
    }

    private static async Task<IResult> ListAsync(
        string company,
        [AsParameters] AuditLogQuery query,
        [Description("`csv`, for who can't set the Accept header.")] string? format,
        [Description("`true` begins the file with a byte order mark, by which Excel knows UTF-8.")] string? bom,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains,
        RequestLimits limits,
        HttpRequest request
    )
    {
        var (grain, filter) = (caller.Company<ICompanyAuditGrain>(grains, company), query.ToFilter());
        if (AuditExport.IsAskedFor(request, format))
        {
            limits.Take(RateLimitKind.WholeAuditLogsPerUser, caller.Principal.UserId);
            return await AuditExport.BeginAsync(
                cursor => grain.ListAuditAsync(caller.Actor, filter, new(AuditExport.PageSize, cursor)),
                SpreadsheetText.WantsBom(bom)
            );
        }

        return TypedResults.Ok(ListAnswer.Of(await grain.ListAuditAsync(caller.Actor, filter, page.ToRequest()), AuditEntryAnswer.Of));
    }

    private static async Task<Ok<AuditVerificationAnswer>> VerifyAsync(
        string company,
        [AsParameters] AuditPointQuery point,
        Caller caller,
        IGrainFactory grains,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            AuditVerificationAnswer.Of(
                await WholeAuditLog.VerifyAsync(caller.Company<ICompanyAuditGrain>(grains, company), caller.Actor, point.ToPoint(), ct)
            )
        );

    private static async Task<Ok<EventsAnswer>> ReadEventsAsync(
        string company,
        string? after,
        string? limit,
        Caller caller,
        IGrainFactory grains
    )
    {
        var page = new PageQuery(limit, after).ToRequest();
        return TypedResults.Ok(
            EventsAnswer.Of(
                await caller.Company<ICompanyAuditGrain>(grains, company).ReadEventsAsync(caller.Actor, page.Cursor, page.Limit)
            )
        );
    }
}
