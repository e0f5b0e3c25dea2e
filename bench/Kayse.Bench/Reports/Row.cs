using System.Globalization;

namespace Kayse.Bench.Reports;

/// <summary>Writes rows of the report's table to the output, and progress beside it.</summary>
internal static class Row
{
    public static void Write(string what, string figure, string aim, string note) =>
        Console.WriteLine($"| {what} | {figure} | {aim} | {note} |");

    public static void Progress(string text) => Console.Error.WriteLine($"  {text}");

    public static string Count(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    public static string PerSecond(double value) => $"{Count(value)}/s";
}
