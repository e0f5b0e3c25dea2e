using System.ComponentModel;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
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
        var company = api.MapGroup("/companies/{company}").WithTags("Audit log").Refuses("validation_failed", "forbidden", "not_found");
        company.MapGet("/audit-log", ListAuditLogAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Admin);
        company
            .MapGet("/audit-log/verification", VerifyAuditLogAsync)
            .Allows(Who.Admins, keys: ApiKeyPermissions.Admin, limit: RateLimitKind.WholeAuditLogsPerUser);
        company.MapGet("/events-feed", ReadEventsAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Read);
    }

    /// <summary>List the audit log</summary>
    /// <remarks>
    /// Newest first. With <c>Accept: text/csv</c> or <c>format=csv</c>, returns all entries that match the filters
    /// as a CSV file.
    /// </remarks>
    [Produces<ListResponse<AuditEntryResponse>>(StatusCodes.Status200OK)]
    [ServesAlso(AuditExport.ContentType)]
    [Refuses("rate_limited")]
    public static async Task<IResult> ListAuditLogAsync(
        string company,
        [AsParameters] AuditLogQuery query,
        [QueryWords("csv"), Description("`csv`, for clients that can't set the Accept header.")] string? format,
        [QueryFlag, Description("`true` begins the file with a byte order mark, by which Excel knows UTF-8.")] string? bom,
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

        return TypedResults.Ok(
            ListResponse.Of(await grain.ListAuditAsync(caller.Actor, filter, page.ToRequest()), AuditEntryResponse.Of)
        );
    }

    /// <summary>Verify the integrity of the audit log</summary>
    /// <remarks>
    /// Each entry contains the hash of the one before. Store <c>count</c> and <c>hash</c> elsewhere and pass them
    /// in later to prove that no earlier entry was changed or removed.
    /// </remarks>
    public static async Task<Ok<AuditVerificationResponse>> VerifyAuditLogAsync(
        string company,
        [AsParameters] AuditPointQuery point,
        Caller caller,
        IGrainFactory grains,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            AuditVerificationResponse.Of(
                await WholeAuditLog.VerifyAsync(caller.Company<ICompanyAuditGrain>(grains, company), caller.Actor, point.ToPoint(), ct)
            )
        );

    /// <summary>Read the event feed</summary>
    /// <remarks>
    /// Oldest first, for other services. Pass <c>nextCursor</c> as <c>after</c> to continue, now or later: no event
    /// is skipped or returned twice.
    ///
    /// Types: <c>company.created</c>, <c>company.updated</c>, <c>policy.changed</c>, <c>ownership.transferred</c>,
    /// <c>scope.created</c>, <c>scope.updated</c>, <c>scope.deleted</c>, <c>business_hours.opened</c>,
    /// <c>business_hours.closed</c>, <c>invitation.created</c>,
    /// <c>invitation.updated</c>, <c>invitation.resent</c>, <c>invitation.link_copied</c>, <c>invitation.revoked</c>,
    /// <c>invitation.declined</c>, <c>invitation.expired</c>, <c>invitation.accepted</c>, <c>member.joined</c>, <c>member.added</c>,
    /// <c>member.created</c>, <c>member.updated</c>, <c>member.role_changed</c>, <c>member.scopes_changed</c>,
    /// <c>member.permissions_changed</c>, <c>member.agents_changed</c>, <c>member.deactivated</c>,
    /// <c>member.reactivated</c>, <c>member.removed</c>, <c>member.left</c>, <c>member.account_deleted</c>. Those of business hours come
    /// once they are turned on for the company.
    /// </remarks>
    public static async Task<Ok<EventsResponse>> ReadEventsAsync(
        string company,
        [QueryText(PageQuery.MaxCursorLength)] string? after,
        [QueryNumber(1, Max = FieldLimits.PageSize, Default = PageQuery.DefaultLimit)] string? limit,
        Caller caller,
        IGrainFactory grains
    )
    {
        var page = new PageQuery(limit, after).ToRequest();
        return TypedResults.Ok(
            EventsResponse.Of(
                await caller.Company<ICompanyAuditGrain>(grains, company).ReadEventsAsync(caller.Actor, page.Cursor, page.Limit)
            )
        );
    }
}
