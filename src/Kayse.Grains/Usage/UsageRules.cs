using Kayse.Grains.Errors;

namespace Kayse.Grains.Usage;

/// <summary>Which events of usage there can be, and of which days usage can be asked.</summary>
internal static class UsageRules
{
    /// <summary>How many days can be asked for at once.</summary>
    public const int MaxDays = 400;

    private const decimal Beyond = 1_000_000_000_000m;
    private const int Decimals = 6;

    private static readonly DateTimeOffset _earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void EnsureCount(int count)
    {
        if (count is > 0 and <= UsageProblems.MaxEvents)
            return;
        var errors = new FieldErrors();
        errors.Add("events", $"Send 1 to {UsageProblems.MaxEvents} events at a time.");
        errors.ThrowIfAny();
    }

    /// <summary>
    /// The days that are asked for: without a first the current month, without an end the rest of the month. Refuses
    /// days that end before they begin, that are too many, or of another century.
    /// </summary>
    public static (DateOnly From, DateOnly To) RangeOf(DateOnly thisMonth, DateOnly? from, DateOnly? to)
    {
        var errors = new FieldErrors();
        var first = from ?? thisMonth;
        if (first.Year is < 2000 or >= 2100)
            errors.Add("from", "This must be a day from 2000 to 2099.");
        errors.ThrowIfAny();
        var end = to ?? UsageCalendar.MonthOf(first).AddMonths(1);
        if (end <= first)
            errors.Add("to", "This must be after the first day.");
        else if (end.DayNumber - first.DayNumber > MaxDays)
            errors.Add("to", $"Ask for up to {MaxDays} days at a time.");
        errors.ThrowIfAny();
        return (first, end);
    }

    /// <summary>Why an event is refused whenever it comes; null when it isn't.</summary>
    public static string? ProblemOf(UsageEvent used) =>
        !IsReference(used.Id) ? UsageProblems.Id
        : !Enum.IsDefined(used.Metric) ? UsageProblems.Metric
        : !IsQuantity(used) ? UsageProblems.Quantity
        : used.Corrects is { } corrected && !IsCorrected(used, corrected) ? UsageProblems.Corrects
        : !IsUser(used, used.UserId) || !IsUser(used, used.AgentId) ? UsageProblems.Reference
        : used.At is null ? UsageProblems.Time
        : null;

    /// <summary>Why an event that comes now is refused; null when it isn't.</summary>
    public static string? ProblemOf(DateTimeOffset at, DateTimeOffset now, bool isBackfill) =>
        at > now.AddMinutes(UsageProblems.MaxMinutesAhead) ? UsageProblems.TooEarly
        : at < (isBackfill ? _earliest : now.AddDays(-UsageProblems.MaxDaysLate)) ? UsageProblems.TooOld
        : null;

    private static bool IsQuantity(UsageEvent used) =>
        used.Quantity is { } quantity
        && Math.Abs(quantity) < Beyond
        && decimal.Round(quantity, Decimals) == quantity
        && (quantity >= 0 || (used.Corrects is not null && !UsageMetrics.IsGauge(used.Metric)));

    private static bool IsCorrected(UsageEvent used, string corrected) =>
        IsReference(corrected) && corrected != used.Id && !UsageMetrics.IsGauge(used.Metric);

    private static bool IsUser(UsageEvent used, string? id) => id is null || (IsReference(id) && !UsageMetrics.IsGauge(used.Metric));

    // Kept as it is, since others compare it: so nothing about it may need cleaning.
    private static bool IsReference(string? id) =>
        id is { Length: > 0 and <= UsageProblems.MaxId } && PlainText.TryClean(id, out var clean) && clean == id;
}
