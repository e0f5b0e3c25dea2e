using Kayse.Grains.Errors;
using Kayse.Grains.Privacy;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Privacy;

/// <summary>A person's exports of their own data.</summary>
internal static class DataExportEndpoints
{
    public static void MapDataExports(this RouteGroupBuilder api)
    {
        var exports = api.MapGroup("/me/data-exports").WithTags("Privacy");
        exports.MapGet("", ListMyDataExportsAsync).Allows(Who.SignedIn);
        exports
            .MapPost("", RequestDataExportAsync)
            .Allows(Who.SignedIn, stepUp: StepUpNeeded.OfEverybody, account: AccountWide.Elsewhere);
        exports.MapGet("/{id}", GetMyDataExportAsync).Allows(Who.SignedIn);
        exports
            .MapGet("/{id}/content", DownloadMyDataExportAsync)
            .Allows(Who.SignedIn, stepUp: StepUpNeeded.OfEverybody, account: AccountWide.Elsewhere);
        exports
            .MapDelete("/{id}", DeleteMyDataExportAsync)
            .Allows(Who.SignedIn, stepUp: StepUpNeeded.OfEverybody, account: AccountWide.Elsewhere);
    }

    /// <summary>List your data exports</summary>
    /// <remarks>The latest, newest first, on one page.</remarks>
    public static async Task<Ok<ListResponse<DataExportResponse>>> ListMyDataExportsAsync(Caller caller, IGrainFactory grains)
    {
        var exports = await caller.User<IDataExportsGrain>(grains).ListAsync();
        return TypedResults.Ok(
            new ListResponse<DataExportResponse>([.. exports.Select(DataExportResponse.Of)], NextCursor: null, exports.Count)
        );
    }

    /// <summary>Request a data export</summary>
    /// <remarks>
    /// Prepares a ZIP file with everything that is stored about you. You get an email when it is ready. One export is
    /// prepared at a time, and three can be requested in 7 days.
    /// </remarks>
    // No Idempotency-Key: while the first export is prepared, a repetition is refused.
    [Produces<DataExportResponse>(StatusCodes.Status202Accepted)]
    [Refuses("data_export_in_progress", "rate_limited")]
    public static async Task<Accepted<DataExportResponse>> RequestDataExportAsync(
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock,
        HttpContext context
    )
    {
        var command = new RequestDataExport(EntityId.New(clock), caller.Actor, caller.Principal.CompanyId, ClientDevices.Of(context));
        var export = await caller.User<IDataExportsGrain>(grains).RequestAsync(command);
        return TypedResults.Accepted($"{ApiRoutes.Base}/me/data-exports/{export.Id}", DataExportResponse.Of(export));
    }

    /// <summary>Get a data export</summary>
    /// <remarks>Poll this to follow its progress.</remarks>
    [Refuses("not_found")]
    public static async Task<Ok<DataExportResponse>> GetMyDataExportAsync(RouteId id, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(DataExportResponse.Of(await caller.User<IDataExportsGrain>(grains).GetAsync(id)));

    /// <summary>Download a data export</summary>
    /// <remarks>
    /// Returns a ZIP file of JSON files, with <c>README.txt</c> and <c>schema.json</c>. Works for 7 days and at most 5
    /// times; each download is recorded in the audit log.
    /// </remarks>
    [Produces<byte[]>(StatusCodes.Status200OK, DataExportContent.ContentType)]
    [Refuses("not_found", "data_export_not_ready", "data_export_expired", "data_export_downloads_used")]
    public static async Task<IResult> DownloadMyDataExportAsync(
        RouteId id,
        Caller caller,
        IGrainFactory grains,
        DataExportArchive archive,
        HttpRequest request
    )
    {
        // A browser sends the cookie with links of other sites too: they could use up the downloads.
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            throw new RefusedException(HttpErrors.CrossOrigin);
        var export = await caller.User<IDataExportsGrain>(grains).BeginDownloadAsync(caller.Actor, caller.Principal.CompanyId, id);
        return new DataExportContent(export, archive);
    }

    /// <summary>Delete a data export</summary>
    /// <remarks>Deletes its files, or stops preparing it. May be repeated. It still counts towards the limit.</remarks>
    [Refuses("not_found")]
    public static async Task<NoContent> DeleteMyDataExportAsync(RouteId id, Caller caller, IGrainFactory grains)
    {
        await caller.User<IDataExportsGrain>(grains).DeleteAsync(id);
        return TypedResults.NoContent();
    }
}
