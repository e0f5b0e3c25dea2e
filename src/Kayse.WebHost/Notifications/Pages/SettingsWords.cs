using System.Globalization;
using System.Text.Json;
using Kayse.Grains.Notifications;

namespace Kayse.WebHost.Notifications.Pages;

/// <summary>What the fields of the notification settings are posted as.</summary>
internal static class SettingsWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static string Of(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Why channels are off although they are chosen, each reason once.</summary>
    public static IReadOnlyList<(NotificationChannel Channel, NotificationReason Reason)> OffBecause(NotificationSettingsView view) =>
        [
            .. view
                .Cells.Where(cell => cell is { Chosen: true, Effective: false, Reason: not null })
                .Select(cell => (cell.Channel, cell.Reason!.Value))
                .Distinct(),
        ];
}
