namespace Kayse.Grains.Reports;

/// <summary>The kind of file that a report is.</summary>
[GenerateSerializer, Alias("kayse.report-format")]
public enum ReportFormat
{
    /// <summary>For spreadsheets and programs.</summary>
    Csv = 0,

    /// <summary>To read, print and keep.</summary>
    Pdf = 1,
}
