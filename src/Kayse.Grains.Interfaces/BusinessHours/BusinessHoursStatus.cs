namespace Kayse.Grains.BusinessHours;

/// <summary>Whether a company is open at an instant, and when that changes.</summary>
/// <param name="Open">Whether it is open. It is while it has no hours.</param>
/// <param name="Since">Since when; null when it has been so for the last 400 days.</param>
/// <param name="Until">Until when, itself excluded; null when nothing changes within 400 days.</param>
/// <param name="NextOpen">When it next opens, if that is within 400 days.</param>
/// <param name="NextClose">When it next closes, if that is within 400 days.</param>
/// <param name="Reason">What decides.</param>
/// <param name="ExceptionName">The exception that decides; null when none does.</param>
[GenerateSerializer, Immutable, Alias("kayse.business-hours-status")]
public sealed record BusinessHoursStatus(
    [property: Id(0)] bool Open,
    [property: Id(1)] DateTimeOffset? Since,
    [property: Id(2)] DateTimeOffset? Until,
    [property: Id(3)] DateTimeOffset? NextOpen,
    [property: Id(4)] DateTimeOffset? NextClose,
    [property: Id(5)] BusinessHoursReason Reason,
    [property: Id(6)] string? ExceptionName
);
