using Kayse.Grains.Notifications;
using Kayse.WebHost.Console.Design;

namespace Kayse.WebHost.Notifications;

/// <summary>A notification.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EventId">The id of the event that it is about, for <c>explain</c>.</param>
/// <param name="Type">What it is about.</param>
/// <param name="Title">One line of plain text.</param>
/// <param name="Body">More about it, as plain text; null when the title says it all.</param>
/// <param name="CaseId">The case that it is about, or null.</param>
/// <param name="CaseType">The type of that case, or null.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="CreatedAt">When it arrived.</param>
/// <param name="ReadAt">When it was read, or null.</param>
/// <param name="ArchivedAt">When it was archived, or null.</param>
/// <param name="Silent">Whether it arrived in quiet hours or a snooze: show it, but don't draw attention to it.</param>
internal sealed record NotificationResponse(
    string Id,
    string EventId,
    NotificationType Type,
    string Title,
    string? Body,
    string? CaseId,
    string? CaseType,
    NotificationPriority Priority,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ReadAt,
    DateTimeOffset? ArchivedAt,
    bool Silent
)
{
    public static NotificationResponse Of(NotificationView view) =>
        new(
            view.Id,
            view.EventId,
            view.Type,
            view.Title,
            view.Body,
            view.CaseId,
            view.CaseType,
            view.Priority,
            view.CreatedAt,
            view.ReadAt,
            view.ArchivedAt,
            view.Silent
        );
}

/// <summary>A part of your notifications.</summary>
/// <param name="Items">What is on this page, latest first.</param>
/// <param name="NextCursor">Give it as <c>cursor</c> to get the next page; null on the last.</param>
/// <param name="Unread">How many are unread in all.</param>
/// <param name="UnreadLabel">The same as a badge shows it: <c>99+</c> for more than 99.</param>
internal sealed record NotificationListResponse(
    IReadOnlyList<NotificationResponse> Items,
    string? NextCursor,
    int Unread,
    string UnreadLabel
)
{
    public static NotificationListResponse Of(NotificationPage page) =>
        new([.. page.Items.Select(NotificationResponse.Of)], page.NextCursor, page.Head.Unread, UnreadCount.LabelOf(page.Head.Unread));
}

/// <summary>How many notifications are unread.</summary>
/// <param name="Unread">The number.</param>
/// <param name="UnreadLabel">The same as a badge shows it: <c>99+</c> for more than 99.</param>
internal sealed record UnreadResponse(int Unread, string UnreadLabel)
{
    public static UnreadResponse Of(NotificationHead head) => new(head.Unread, UnreadCount.LabelOf(head.Unread));
}

/// <summary>Why a stream has ended for good.</summary>
/// <param name="Reason">Always <c>session_ended</c>.</param>
internal sealed record StreamEndResponse(string Reason);
