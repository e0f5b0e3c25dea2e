using Kayse.Grains.ApiKeys;
using Kayse.Grains.Members;
using Kayse.Grains.Usage;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Usage;

/// <summary>
/// What a company uses (CO-8). Services report it with the key of an Admin, or one of the company; it is shown to
/// members who may see billing.
/// </summary>
internal static class UsageEndpoints
{
    public static void MapUsage(this RouteGroupBuilder api)
    {
        var usage = api.MapGroup("/companies/{company}/usage").WithTags("Billing").Refuses("forbidden", "not_found");
        usage.MapPost("", RecordUsageAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Write);
        usage.MapGet("", GetUsageAsync).Allows(Who.Holding(Permissions.ReadBilling), keys: ApiKeyPermissions.Read);
        usage.MapGet("/members", ListUsageByMemberAsync).Allows(Who.Holding(Permissions.ReadBilling), keys: ApiKeyPermissions.Read);
        usage.MapGet("/agents", ListUsageByAgentAsync).Allows(Who.Holding(Permissions.ReadBilling), keys: ApiKeyPermissions.Read);
    }

    /// <summary>Record usage</summary>
    /// <remarks>
    /// Send up to 500 events at a time. What is accepted is on disk and in every answer from then on. An event with the
    /// id, the metric and the content of one that was accepted in the last 62 days is a duplicate, so a request may be
    /// repeated. A refused event has a <c>reason</c>, such as <c>id_reused</c>, <c>metric_unknown</c>,
    /// <c>quantity_invalid</c>, <c>at_too_old</c> or <c>at_in_future</c>.
    ///
    /// A month that is over never changes: an event that arrives late for it becomes an adjustment of the current
    /// month. Events that are more than 35 days old need <c>backfill=true</c> and an Admin, or their key. To take back
    /// usage, send a negative quantity with <c>corrects</c>.
    /// </remarks>
    public static async Task<Ok<RecordUsageResponse>> RecordUsageAsync(
        string company,
        [AsParameters] BackfillQuery query,
        Body<RecordUsageRequest> body,
        Caller caller,
        IGrainFactory grains
    )
    {
        var usage = caller.Company<ICompanyUsageGrain>(grains, company);
        return TypedResults.Ok(
            RecordUsageResponse.Of(await usage.RecordUsageAsync(caller.Actor, body.Value.ToEvents(), query.IsBackfill()))
        );
    }

    /// <summary>Get usage</summary>
    /// <remarks>
    /// By day, in the company's time zone, which is that of its business hours. The total of <c>storage_bytes</c> is
    /// the average over time, that of <c>phone_numbers</c> the most there were on a day.
    /// </remarks>
    public static async Task<Ok<UsageResponse>> GetUsageAsync(
        string company,
        [AsParameters] UsageQuery query,
        Caller caller,
        IGrainFactory grains
    )
    {
        var usage = caller.Company<ICompanyUsageGrain>(grains, company);
        return TypedResults.Ok(UsageResponse.Of(await usage.GetUsageAsync(caller.Actor, query.FirstDay, query.End)));
    }

    /// <summary>List usage by member</summary>
    /// <remarks>Those who used the most voice minutes come first.</remarks>
    public static Task<Ok<ListResponse<UsageShareResponse>>> ListUsageByMemberAsync(
        string company,
        [AsParameters] UsageQuery query,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) => ListAsync(company, UsageSplit.Member, query, page, caller, grains);

    /// <summary>List usage by agent</summary>
    /// <remarks>Those that used the most voice minutes come first.</remarks>
    public static Task<Ok<ListResponse<UsageShareResponse>>> ListUsageByAgentAsync(
        string company,
        [AsParameters] UsageQuery query,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) => ListAsync(company, UsageSplit.Agent, query, page, caller, grains);

    private static async Task<Ok<ListResponse<UsageShareResponse>>> ListAsync(
        string company,
        UsageSplit split,
        UsageQuery query,
        PageQuery page,
        Caller caller,
        IGrainFactory grains
    )
    {
        var usage = caller.Company<ICompanyUsageGrain>(grains, company);
        var shares = await usage.ListUsageSharesAsync(caller.Actor, split, query.FirstDay, query.End, page.ToRequest());
        return TypedResults.Ok(ListResponse.Of(shares, UsageShareResponse.Of));
    }
}
