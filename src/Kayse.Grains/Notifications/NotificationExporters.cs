using Kayse.Grains.Lists;
using Kayse.Grains.Privacy;

namespace Kayse.Grains.Notifications;

/// <summary>The notifications that a person received, archived ones left out.</summary>
internal sealed class NotificationExporter()
    : JsonExporter<NotificationExporter.Item>("notifications.json", "Your notifications.", typeof(InboxState), typeof(InboxSegment))
{
    protected override async Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        var at = CompanyCursor.Parse(context, cursor);
        if (at.CompanyId is not { } companyId)
            return ([], null);
        var page = await context.Of<INotificationInboxGrain>().ListAsync(companyId, unread: null, new PageRequest(PageSize, at.Cursor));
        return ([.. page.Items.Select(item => ItemOf(companyId, item))], at.After(context, page.NextCursor));
    }

    private static Item ItemOf(string companyId, NotificationView item) =>
        new(companyId, item.Id, item.Type, item.Title, item.Body, item.CaseId, item.CaseType, item.Priority, item.CreatedAt, item.ReadAt);

    internal sealed record Item(
        string CompanyId,
        string Id,
        NotificationType Type,
        string Title,
        string? Body,
        string? CaseId,
        string? CaseType,
        NotificationPriority Priority,
        DateTimeOffset CreatedAt,
        DateTimeOffset? ReadAt
    );
}

/// <summary>What a person wants to be notified of.</summary>
internal sealed class NotificationSettingsExporter()
    : JsonExporter<NotificationSettings>("notification-settings.json", "Your notification settings.", typeof(InboxState))
{
    protected override async Task<(IReadOnlyList<NotificationSettings> Items, string? Next)> ReadItemsAsync(
        ExportContext context,
        string? cursor
    )
    {
        if (context.User.CompanyIds.FirstOrDefault() is not { } companyId)
            return ([], null);
        return ([(await context.Of<INotificationSettingsGrain>().GetSettingsAsync(companyId)).Settings], null);
    }
}
