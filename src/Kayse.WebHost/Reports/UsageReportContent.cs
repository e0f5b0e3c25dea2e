using Kayse.Grains.Reports;
using Kayse.Grains.Usage;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Reports;

/// <summary>Usage as a CSV file, written row by row.</summary>
internal sealed class UsageReportContent(UsageView usage) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        var name = ReportNames.FileName(usage.From, usage.To, ReportFormat.Csv);
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{name}\"";
        await UsageReportCsv.WriteAsync(usage, response.Body, httpContext.RequestAborted);
    }
}
