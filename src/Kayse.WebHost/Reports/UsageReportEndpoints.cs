using Kayse.Grains.ApiKeys;
using Kayse.Grains.Companies;
using Kayse.Grains.Documents;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Reports;
using Kayse.Grains.Usage;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Reports;

/// <summary>The usage of a company as a file (CO-9).</summary>
internal static class UsageReportEndpoints
{
    public static void MapUsageReport(this RouteGroupBuilder api)
    {
        var report = api.MapGroup("/companies/{company}/usage/report").WithTags("Billing").Refuses("forbidden", "not_found");
        report
            .MapGet("", DownloadUsageReportAsync)
            .Allows(
                Who.Holding(Permissions.ReadBilling),
                keys: ApiKeyPermissions.Read,
                onlyKeysOfPeople: true,
                limit: RateLimitKind.ReportsPerUser
            );
    }

    /// <summary>Download a usage report</summary>
    /// <remarks>
    /// Returns the same amounts as the usage itself, to the last digit: as CSV for spreadsheets, or as a PDF to read and
    /// keep. A report of months that are over is always the same.
    /// </remarks>
    [Produces<byte[]>(StatusCodes.Status200OK, PdfFile.MediaType)]
    [ServesAlso("text/csv")]
    [Refuses("validation_failed")]
    public static async Task<IResult> DownloadUsageReportAsync(
        string company,
        [AsParameters] UsageReportQuery query,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock,
        HttpRequest request
    )
    {
        // A browser sends the cookie with links of other sites too, and each file takes work.
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            throw new RefusedException(HttpErrors.CrossOrigin);
        var format = query.ToFormat();
        var usage = await caller.Company<ICompanyUsageGrain>(grains, company).GetUsageAsync(caller.Actor, query.FirstDay, query.EndDay);
        if (format == ReportFormat.Csv)
            return new UsageReportContent(usage);
        var view = await caller.Company<ICompanyGrain>(grains, company).GetAsync(caller.Actor);
        var file = await PdfFile.WriteAsync(UsageReportDocument.Of(usage, view.Name, clock.GetUtcNow()));
        return TypedResults.File(file, PdfFile.MediaType, ReportNames.FileName(usage.From, usage.To, format));
    }
}
