using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.WebHost.Http.Csv;
using Kayse.WebHost.Http.Problems;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Audit;

/// <summary>
/// The log as a CSV file, written page by page as it is read, so that it takes no more memory however long it is. Each
/// page is asked of the company, which looks each time whether the caller may still read it; when a page fails the
/// connection is broken off, so that no part passes for the whole.
/// </summary>
internal sealed class AuditExport(Page<AuditEntry> first, Func<string?, Task<Page<AuditEntry>>> read, bool withBom) : IResult
{
    public const string ContentType = "text/csv";
    public const int PageSize = 200;

    /// <summary>
    /// Whether a request wants the file: by its Accept header, or by its address, as a link can't say what it accepts.
    /// </summary>
    public static bool IsAskedFor(HttpRequest request, string? format)
    {
        if (format is null)
            return AcceptedType.Prefers(request, ContentType, over: "application/json");
        if (format is not "csv")
            throw new RefusedException(HttpErrors.Field("format", "This must be csv, or absent."));
        return IsLinkedFromElsewhere(request) ? throw new RefusedException(HttpErrors.CrossOrigin) : true;
    }

    // A browser sends the cookie with links of other sites too: they could use up what the person may export.
    private static bool IsLinkedFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    /// <summary>Reads the first page, so that a refusal is still a problem document.</summary>
    public static async Task<AuditExport> BeginAsync(Func<string?, Task<Page<AuditEntry>>> read, bool withBom = false) =>
        new(await read(null), read, withBom);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{ContentType}; charset=utf-8; header=present";
        response.Headers[HeaderNames.ContentDisposition] = "attachment; filename=\"audit-log.csv\"";
        try
        {
            if (withBom)
                await response.Body.WriteAsync(SpreadsheetText.Bom, httpContext.RequestAborted);
            await using var csv = new AuditCsv(response.Body);
            await csv.WriteAsync(first.Items, httpContext.RequestAborted);
            for (var page = first; page.NextCursor is not null;)
            {
                page = await read(page.NextCursor);
                await csv.WriteAsync(page.Items, httpContext.RequestAborted);
            }
        }
        catch when (response.HasStarted)
        {
            httpContext.Abort();
            throw;
        }
    }
}
