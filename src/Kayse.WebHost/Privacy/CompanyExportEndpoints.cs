using Kayse.Grains.Errors;
using Kayse.Grains.Privacy;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Privacy;

/// <summary>The export of a company.</summary>
internal static class CompanyExportEndpoints
{
    public static void MapCompanyExport(this RouteGroupBuilder api) =>
        api.MapGroup("/companies/{company}")
            .WithTags("Company")
            .MapGet("/export", ExportCompanyAsync)
            .Allows(Who.SuperAdmins, limit: RateLimitKind.WholeAuditLogsPerUser, stepUp: StepUpNeeded.OfEverybody);

    /// <summary>Export a company</summary>
    /// <remarks>
    /// Returns a ZIP file with the members (<c>members.json</c>) and the audit log in the order of its chain
    /// (<c>audit-log.jsonl</c>), which <c>Kayse.WebHost verify-audit FILE</c> checks offline. Each export is recorded in the
    /// audit log.
    /// </remarks>
    [Produces<byte[]>(StatusCodes.Status200OK, DataExportContent.ContentType)]
    [Refuses("forbidden", "not_found")]
    public static async Task<IResult> ExportCompanyAsync(
        string company,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock,
        HttpRequest request
    )
    {
        // A browser sends the cookie with links of other sites too: they could use up what the person may export.
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
            throw new RefusedException(HttpErrors.CrossOrigin);
        var companyId = caller.CompanyId(company);
        await grains.GetGrain<ICompanyExportGrain>(companyId).BeginAsync(caller.Actor);
        return new CompanyExportContent(new CompanyExportSource(grains, caller.Actor, companyId), clock.GetUtcNow());
    }
}
