using Kayse.Grains.ApiKeys;
using Kayse.Grains.BusinessHours;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.BusinessHours;

/// <summary>When a company is open (CO-4).</summary>
internal static class BusinessHoursEndpoints
{
    public static void MapBusinessHours(this RouteGroupBuilder api)
    {
        var hours = api.MapGroup("/companies/{company}/business-hours").WithTags("Company").Refuses("forbidden", "not_found");
        hours.MapGet("", GetBusinessHoursAsync).Allows(Who.Holding(), keys: ApiKeyPermissions.Read);
        hours.MapPut("", SetBusinessHoursAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Write);
        hours.MapGet("/status", GetBusinessHoursStatusAsync).Allows(Who.Holding(), keys: ApiKeyPermissions.Read);
        hours.MapPost("/federal-holidays", AddFederalHolidaysAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Write);
        hours.MapGet("/events", GetOpeningEventsAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Read);
        hours.MapPut("/events", SetOpeningEventsAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Write);
        hours.MapPost("/import", ImportClosedDaysAsync).Allows(Who.Admins, keys: ApiKeyPermissions.Write);
    }

    /// <summary>Get business hours</summary>
    public static async Task<Versioned<BusinessHoursResponse>> GetBusinessHoursAsync(
        string company,
        Caller caller,
        IGrainFactory grains
    ) => Show(await caller.Company<ICompanyBusinessHoursGrain>(grains, company).GetBusinessHoursAsync(caller.Actor));

    /// <summary>Set business hours</summary>
    /// <remarks>
    /// Replaces all of them. Times are those of the clock in the company's time zone. An interval whose <c>close</c> is
    /// at or before its <c>open</c> ends on the next day; intervals that overlap are refused. An exception replaces the
    /// intervals that start on its day.
    /// </remarks>
    public static async Task<Versioned<BusinessHoursResponse>> SetBusinessHoursAsync(
        string company,
        Body<BusinessHoursRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    ) =>
        Show(
            await caller
                .Company<ICompanyBusinessHoursGrain>(grains, company)
                .SetBusinessHoursAsync(caller.Actor, body.Value.ToCommand(match.Version))
        );

    /// <summary>Get whether the company is open</summary>
    /// <remarks>
    /// Now, or at a time of this century. When a change of clocks skips the time at which it opens or closes, it does so
    /// when the clock goes on; a time that comes twice counts when it first comes.
    /// </remarks>
    public static async Task<Ok<BusinessHoursStatusResponse>> GetBusinessHoursStatusAsync(
        string company,
        [AsParameters] StatusQuery query,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            BusinessHoursStatusResponse.Of(
                await caller
                    .Company<ICompanyBusinessHoursGrain>(grains, company)
                    .GetBusinessHoursStatusAsync(caller.Actor, TimeQuery.Parse("at", query.At))
            )
        );

    /// <summary>Add federal holidays</summary>
    /// <remarks>
    /// Adds the US federal holidays of a year as closed days, on the days on which they are observed. A day that has an
    /// exception keeps it.
    /// </remarks>
    public static async Task<Versioned<BusinessHoursResponse>> AddFederalHolidaysAsync(
        string company,
        Body<FederalHolidaysRequest> body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains
    ) =>
        Show(
            await new ExceptionsToAdd(FederalHolidays.Of(body.Value.ToYear())).AddAsync(
                caller.Company<ICompanyBusinessHoursGrain>(grains, company),
                caller.Actor,
                match.Version
            )
        );

    /// <summary>Import closed days</summary>
    /// <remarks>
    /// Adds the all-day events of an iCalendar file (RFC 5545), up to 256 KiB, as closed days: those within the next two
    /// years. A day that has an exception keeps it. Events with a time of day are left out.
    /// </remarks>
    public static async Task<Versioned<BusinessHoursResponse>> ImportClosedDaysAsync(
        string company,
        CalendarBody body,
        IfMatch match,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        var days = CalendarFile.Read(body.Text, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var hours = caller.Company<ICompanyBusinessHoursGrain>(grains, company);
        return Show(await new ExceptionsToAdd(days).AddAsync(hours, caller.Actor, match.Version));
    }

    /// <summary>Get whether opening and closing are events</summary>
    /// <remarks>Says whether the event feed has <c>business_hours.opened</c> and <c>business_hours.closed</c>.</remarks>
    public static async Task<Ok<OpeningEventsResponse>> GetOpeningEventsAsync(string company, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(
            new OpeningEventsResponse(await caller.Company<ICompanyOpeningEventsGrain>(grains, company).IsEnabledAsync(caller.Actor))
        );

    /// <summary>Set whether opening and closing are events</summary>
    /// <remarks>
    /// With <c>enabled</c>, the event feed has <c>business_hours.opened</c> and <c>business_hours.closed</c> from now on,
    /// within about a minute of each; also when a change of the hours opens or closes the company.
    /// </remarks>
    public static async Task<Ok<OpeningEventsResponse>> SetOpeningEventsAsync(
        string company,
        Body<OpeningEventsRequest> body,
        Caller caller,
        IGrainFactory grains
    )
    {
        await caller.Company<ICompanyOpeningEventsGrain>(grains, company).SetEnabledAsync(caller.Actor, body.Value.Enabled);
        return TypedResults.Ok(new OpeningEventsResponse(body.Value.Enabled));
    }

    private static Versioned<BusinessHoursResponse> Show(BusinessHoursView view) =>
        Versioned.Ok(BusinessHoursResponse.Of(view), view.Version);
}
