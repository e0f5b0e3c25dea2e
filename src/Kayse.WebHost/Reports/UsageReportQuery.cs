using Kayse.Grains.Errors;
using Kayse.Grains.Reports;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Reports;

/// <summary>Which days a report is about. Texts, so that a bad one is a problem that names the field.</summary>
/// <param name="From">The first day, such as 2026-10-01; without it, the first of this month.</param>
/// <param name="To">The day after the last, at most 400 days later; without it, the first of the month after <c>from</c>.</param>
/// <param name="Format">The kind of file.</param>
internal sealed record UsageReportQuery([QueryDate] string? From, [QueryDate] string? To, [QueryWords<ReportFormat>] string? Format)
{
    public DateOnly? FirstDay => DateQuery.Parse("from", From);

    public DateOnly? EndDay => DateQuery.Parse("to", To);

    public ReportFormat ToFormat() =>
        Format is not null && Words<ReportFormat>.TryParse(Format, out var format)
            ? format
            : throw new RefusedException(HttpErrors.Field("format", "This must be csv or pdf."));
}
