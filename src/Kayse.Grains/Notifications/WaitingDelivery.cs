namespace Kayse.Grains.Notifications;

/// <summary>An event that a person has still to get on a channel.</summary>
/// <param name="Number">The entry's.</param>
/// <param name="Channel">Email or push.</param>
/// <param name="CompanyId">The company that it is of.</param>
/// <param name="At">When it arrived.</param>
/// <param name="IsUrgent">Whether it has a high priority and a negative sentiment.</param>
internal sealed record WaitingDelivery(long Number, NotificationChannel Channel, string CompanyId, DateTimeOffset At, bool IsUrgent);

/// <summary>When something that waits is due.</summary>
/// <param name="At">From when on it can be delivered; it may be over.</param>
/// <param name="Boundary">The boundary of its digest; null when it is in none.</param>
/// <param name="Reason">What it waits for, or would come by.</param>
internal readonly record struct DueTime(DateTimeOffset At, DateTimeOffset? Boundary, NotificationReason Reason);
