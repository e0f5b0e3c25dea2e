using Kayse.Grains.BusinessHours;

namespace Kayse.WebHost.BusinessHours;

/// <summary>Whether a company is open, and when that changes.</summary>
/// <param name="Open">Whether it is open.</param>
/// <param name="AfterHours">Whether it is closed.</param>
/// <param name="Since">Since when; null when nothing has changed for 400 days.</param>
/// <param name="Until">Until when, not included; null when nothing changes within 400 days.</param>
/// <param name="NextOpen">When it next opens; null when it doesn't within 400 days.</param>
/// <param name="NextClose">When it next closes; null when it doesn't within 400 days.</param>
/// <param name="Reason">What decides: the hours of the week, an exception, or that no hours are set, so that it counts
/// as open.</param>
/// <param name="ExceptionName">The name of the exception that decides, or null.</param>
internal sealed record BusinessHoursStatusResponse(
    bool Open,
    bool AfterHours,
    DateTimeOffset? Since,
    DateTimeOffset? Until,
    DateTimeOffset? NextOpen,
    DateTimeOffset? NextClose,
    BusinessHoursReason Reason,
    string? ExceptionName
)
{
    public static BusinessHoursStatusResponse Of(BusinessHoursStatus status) =>
        new(
            status.Open,
            !status.Open,
            status.Since,
            status.Until,
            status.NextOpen,
            status.NextClose,
            status.Reason,
            status.ExceptionName
        );
}
