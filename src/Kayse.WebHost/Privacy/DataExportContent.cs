using System.Globalization;
using Kayse.Grains.Privacy;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Privacy;

/// <summary>
/// The archive of a data export, written as it is read. When that fails the connection is broken off, so that no part
/// passes for the whole.
/// </summary>
internal sealed class DataExportContent(DataExportDownload export, DataExportArchive archive) : IResult
{
    public const string ContentType = "application/zip";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var name = string.Create(CultureInfo.InvariantCulture, $"kayse-data-{export.CreatedAt.UtcDateTime:yyyy-MM-dd}.zip");
        response.ContentType = ContentType;
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";
        try
        {
            // An archive ends its entries with a few synchronous writes, which the body itself doesn't take.
            await using var body = response.BodyWriter.AsStream(leaveOpen: true);
            await archive.WriteAsync(export, body, httpContext.RequestAborted);
        }
        catch when (response.HasStarted)
        {
            httpContext.Abort();
            throw;
        }
    }
}
