using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Kayse.Grains.AccessReviews;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Csv;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.AccessReviews;

/// <summary>
/// The report as a CSV file, a member a row, written page by page as it is read. When a page fails the connection is
/// broken off, so that no part passes for the whole.
/// </summary>
internal sealed class AccessReviewCsv(
    string fileName,
    Page<AccessReviewItem> first,
    Func<string?, Task<Page<AccessReviewItem>>> read,
    bool withBom
) : IResult
{
    private static readonly string[] _columns =
    [
        "user id",
        "name",
        "email",
        "status",
        "joined",
        "last active",
        .. ColumnsOf(""),
        "result",
        "decided by",
        "decided by id",
        "decided at",
        "note",
        .. ColumnsOf(" after"),
    ];

    // What a spreadsheet would take for a formula is made text: names and notes come from people.
    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = $"{AccessReviewReport.Csv}; charset=utf-8; header=present";
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{fileName}\"";
        try
        {
            if (withBom)
                await response.Body.WriteAsync(SpreadsheetText.Bom, httpContext.RequestAborted);
            await using var csv = CsvWriter.Create(response.Body, _options, leaveOpen: true);
            csv.WriteRecord(_columns);
            for (var page = first; ; page = await read(page.NextCursor))
            {
                foreach (var item in page.Items)
                    await csv.WriteRecordAsync([.. CellsOf(item).Select(SpreadsheetText.Of)], httpContext.RequestAborted);
                await csv.FlushAsync(httpContext.RequestAborted);
                if (page.NextCursor is null)
                    break;
            }
        }
        catch when (response.HasStarted)
        {
            httpContext.Abort();
            throw;
        }
    }

    private static string?[] CellsOf(AccessReviewItem item) =>
        [
            item.UserId,
            item.FullName,
            item.Email,
            WordOf(item.Status),
            TimeOf(item.JoinedAt),
            TimeOf(item.LastActiveAt),
            .. CellsOf(item.Access),
            WordOf(item.State),
            item.Decision?.ByName,
            item.Decision?.ByUserId,
            TimeOf(item.Decision?.At),
            item.Decision?.Note,
            .. item.Decision?.After is { } after ? CellsOf(after) : new string?[7],
        ];

    private static string[] ColumnsOf(string when) =>
        [
            $"role{when}",
            $"permissions{when}",
            $"case access{when}",
            $"scopes{when}",
            $"agent access{when}",
            $"agents{when}",
            $"agent exceptions{when}",
        ];

    private static string?[] CellsOf(ReviewedAccess access) =>
        [
            WordOf(access.Grant.Role),
            string.Join(", ", access.Grant.EffectivePermissions()),
            WordOf(access.Grant.CaseAccess),
            string.Join(", ", access.ScopeNames),
            WordOf(access.Grant.AgentAccess),
            string.Join(", ", access.AgentNames),
            string.Join("; ", access.Grant.AgentOverrides.Select(agent => ExceptionOf(agent.Key, agent.Value))),
        ];

    private static string ExceptionOf(string agentId, AgentOverride exception) =>
        $"{agentId}: granted {string.Join(" ", exception.Grant)}, denied {string.Join(" ", exception.Deny)}";

    private static string WordOf<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());

    private static string? TimeOf(DateTimeOffset? at) => at?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
