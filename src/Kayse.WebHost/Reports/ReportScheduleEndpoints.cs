using Kayse.Grains.ApiKeys;
using Kayse.Grains.Members;
using Kayse.Grains.Reports;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Idempotency;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Reports;

/// <summary>Reports of usage that are sent by mail (CO-9).</summary>
internal static class ReportScheduleEndpoints
{
    public static void MapReportSchedules(this RouteGroupBuilder api)
    {
        var schedules = api.MapGroup("/companies/{company}/report-schedules").WithTags("Billing").Refuses("forbidden", "not_found");
        schedules
            .MapGet("", ListReportSchedulesAsync)
            .Allows(Who.Holding(Permissions.ReadBilling), keys: ApiKeyPermissions.Read, onlyKeysOfPeople: true);
        schedules
            .MapPost("", CreateReportScheduleAsync)
            .Allows(Who.Holding(Permissions.ManageBilling), keys: ApiKeyPermissions.Admin, onlyKeysOfPeople: true);
        schedules
            .MapGet("/{id}", GetReportScheduleAsync)
            .Allows(Who.Holding(Permissions.ReadBilling), keys: ApiKeyPermissions.Read, onlyKeysOfPeople: true);
        schedules
            .MapPatch("/{id}", UpdateReportScheduleAsync)
            .Allows(Who.Holding(Permissions.ManageBilling), keys: ApiKeyPermissions.Admin, onlyKeysOfPeople: true);
        schedules
            .MapDelete("/{id}", DeleteReportScheduleAsync)
            .Allows(Who.Holding(Permissions.ManageBilling), keys: ApiKeyPermissions.Admin, onlyKeysOfPeople: true);
    }

    /// <summary>List scheduled reports</summary>
    /// <remarks>In the order in which they were created, on one page; at most 20.</remarks>
    public static async Task<Ok<ListResponse<ReportScheduleResponse>>> ListReportSchedulesAsync(
        string company,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            ListResponse.Of(
                await caller.Company<ICompanyReportsGrain>(grains, company).ListSchedulesAsync(caller.Actor),
                ReportScheduleResponse.Of
            )
        );

    /// <summary>Schedule a report</summary>
    /// <remarks>
    /// Sends the usage since the last report by email. A report that could not be sent in time is sent once, and says so.
    /// </remarks>
    [Produces<ReportScheduleResponse>(StatusCodes.Status201Created)]
    [HasETag]
    [TakesIdempotencyKey]
    [Refuses("report_schedule_limit_reached")]
    public static Task<IResult> CreateReportScheduleAsync(
        string company,
        Body<CreateReportScheduleRequest> body,
        Caller caller,
        IGrainFactory grains,
        IdempotentResponses answers,
        TimeProvider clock,
        HttpContext context
    )
    {
        var companyId = caller.CompanyId(company);
        var key = RequestKey.Of(context.Request, clock, body.Fingerprint, "report-schedule", companyId, caller.Principal.UserId);
        return answers.RunAsync(
            context,
            key,
            async () =>
            {
                var schedule = await caller
                    .Company<ICompanyReportsGrain>(grains, companyId)
                    .CreateScheduleAsync(caller.Actor, body.Value.ToCommand(key.IdOf("report-schedule")));
                return new Creation(
                    ReportScheduleResponse.Of(schedule),
                    $"{ApiRoutes.Base}/companies/{companyId}/report-schedules/{schedule.Id}",
                    schedule.Version
                );
            }
        );
    }

    /// <summary>Get a scheduled report</summary>
    public static async Task<Versioned<ReportScheduleResponse>> GetReportScheduleAsync(
        string company,
        RouteId id,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.Company<ICompanyReportsGrain>(grains, company).GetScheduleAsync(caller.Actor, id));

    /// <summary>Update a scheduled report</summary>
    public static async Task<Versioned<ReportScheduleResponse>> UpdateReportScheduleAsync(
        string company,
        RouteId id,
        Body<UpdateReportScheduleRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    ) =>
        Show(
            await caller
                .Company<ICompanyReportsGrain>(grains, company)
                .UpdateScheduleAsync(caller.Actor, id, body.Value.ToCommand(match.Version))
        );

    /// <summary>Delete a scheduled report</summary>
    public static async Task<NoContent> DeleteReportScheduleAsync(
        string company,
        RouteId id,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    )
    {
        await caller.Company<ICompanyReportsGrain>(grains, company).DeleteScheduleAsync(caller.Actor, id, match.Version);
        return TypedResults.NoContent();
    }

    private static Versioned<ReportScheduleResponse> Show(ReportSchedule schedule) =>
        Versioned.Ok(ReportScheduleResponse.Of(schedule), schedule.Version);
}
