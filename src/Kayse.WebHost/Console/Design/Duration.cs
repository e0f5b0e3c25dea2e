using System.Globalization;

namespace Kayse.WebHost.Console.Design;

/// <summary>Lengths of time as people give them: a whole number of one unit.</summary>
public static class Duration
{
    /// <summary>The units that a field offers: what is posted, what it is called, and its minutes.</summary>
    public static IReadOnlyList<(string Value, string Name, int Minutes)> Units { get; } =
    [("minutes", "minutes", 1), ("hours", "hours", 60), ("days", "days", 24 * 60)];

    /// <summary>Minutes in the largest unit of which they are a whole number.</summary>
    public static (int Amount, string Unit) Of(int minutes)
    {
        var (unit, _, length) = Units.Last(unit => minutes % unit.Minutes == 0);
        return (minutes / length, unit);
    }

    /// <summary>
    /// So many of a unit in minutes. More than there are numbers for are as many as there are: too many for any rule.
    /// </summary>
    public static int Minutes(int amount, string unit) =>
        (int)Math.Clamp((long)amount * Units.FirstOrDefault(known => known.Value == unit, Units[0]).Minutes, int.MinValue, int.MaxValue);

    /// <summary>In words: <c>1 hour</c>, <c>90 minutes</c>, <c>30 days</c>.</summary>
    public static string InWords(TimeSpan length)
    {
        var (amount, unit) = Of((int)Math.Round(length.TotalMinutes));
        return string.Create(CultureInfo.InvariantCulture, $"{amount:N0} {(amount == 1 ? unit[..^1] : unit)}");
    }
}
