using System.Globalization;
using Kayse.Grains.Documents;

namespace Kayse.Grains.Reports;

/// <summary>What files of reports are called.</summary>
public static class ReportNames
{
    /// <summary>As people get it: <c>usage-2026-10-01-to-2026-10-31.pdf</c>.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    /// <param name="format">The kind of file.</param>
    public static string FileName(DateOnly from, DateOnly to, ReportFormat format) =>
        string.Create(CultureInfo.InvariantCulture, $"usage-{from:yyyy-MM-dd}-to-{to.AddDays(-1):yyyy-MM-dd}.{EndingOf(format)}");

    /// <summary>As HTTP and mails name it.</summary>
    public static string MediaTypeOf(ReportFormat format) => format == ReportFormat.Pdf ? PdfFile.MediaType : "text/csv";

    /// <summary>Where the file of a scheduled report is stored.</summary>
    internal static string FileKey(string companyId, string scheduleId, DateOnly from, DateOnly to, ReportFormat format) =>
        string.Create(CultureInfo.InvariantCulture, $"reports/{companyId}/{scheduleId}/{from:yyyyMMdd}-{to:yyyyMMdd}.{EndingOf(format)}");

    private static string EndingOf(ReportFormat format) => format == ReportFormat.Pdf ? "pdf" : "csv";
}
