using System.Globalization;

namespace Kayse.Grains.Mail;

/// <summary>Days as people write them.</summary>
internal static class Days
{
    /// <summary>Such as <c>1 to 31 October 2026</c>.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    public static string Of(DateOnly from, DateOnly to)
    {
        var last = to.AddDays(-1);
        var end = Format(last, "d MMMM yyyy");
        if (from == last)
            return end;
        var begin =
            from.Year != last.Year ? "d MMMM yyyy"
            : from.Month != last.Month ? "d MMMM"
            : "%d";
        return $"{Format(from, begin)} to {end}";
    }

    private static string Format(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
