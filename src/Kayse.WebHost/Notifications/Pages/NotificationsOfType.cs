using Kayse.Grains.Lists;
using Kayse.Grains.Notifications;

namespace Kayse.WebHost.Notifications.Pages;

/// <summary>The latest notifications of one type. A feed is short, so all of it is looked through.</summary>
internal static class NotificationsOfType
{
    private const int PageSize = 200;
    private const int MaxShown = 100;

    public static async Task<NotificationPage> ReadAsync(
        INotificationInboxGrain inbox,
        string companyId,
        NotificationType type,
        bool? unread
    )
    {
        var found = new List<NotificationView>();
        var page = await inbox.ListAsync(companyId, unread, new PageRequest(PageSize, null));
        found.AddRange(page.Items.Where(item => item.Type == type));
        while (found.Count < MaxShown && page.NextCursor is { } next)
        {
            page = await inbox.ListAsync(companyId, unread, new PageRequest(PageSize, next));
            found.AddRange(page.Items.Where(item => item.Type == type));
        }

        return new NotificationPage([.. found.Take(MaxShown)], null, page.Head);
    }
}
