using System.Globalization;
using Kayse.Grains.Notifications;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Notifications.Settings;

namespace Kayse.WebHost.Notifications.Pages;

/// <summary>The form of the notification settings, as the request that the API takes.</summary>
internal sealed class SettingsForm(IFormCollection form)
{
    /// <summary>The name of a box of the matrix.</summary>
    public static string BoxOf(NotificationType type, NotificationChannel channel) => $"{NotificationWords.Of(type)}.{channel}";

    /// <summary>The settings, or a refusal that names what is wrong.</summary>
    public NotificationSettings ToSettings() =>
        new NotificationSettingsRequest
        {
            Matrix = Enum.GetValues<NotificationType>().ToDictionary(NotificationWords.Of, ChoiceOf, StringComparer.Ordinal),
            Messages = WordOf<MessageMode>("messages") ?? MessageMode.All,
            Filters = new NotificationFiltersRequest
            {
                CaseTypes = Text("filters.caseTypes")
                    .Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                AssignedOnly = Ticked("filters.assignedOnly"),
                HighPriorityOnly = Ticked("filters.highPriorityOnly"),
                NegativeOnly = Ticked("filters.negativeOnly"),
            },
            Digest = new DigestRequest
            {
                Mode = WordOf<DigestMode>("digest.mode"),
                Hour = Number("digest.hour"),
                Weekday = WordOf<DayOfWeek>("digest.weekday"),
            },
            QuietHours = new QuietHoursRequest
            {
                Enabled = Ticked("quietHours.enabled"),
                Start = Text("quietHours.start"),
                End = Text("quietHours.end"),
                Days = [.. form["quietHours.days"].OfType<string>().Select(DayOf).OfType<DayOfWeek>()],
                ExceptUrgent = Ticked("quietHours.exceptUrgent"),
            },
            SmsWarning = new SmsWarningRequest { Enabled = Ticked("smsWarning.enabled"), Segments = Number("smsWarning.segments") },
        }.ToSettings();

    private ChannelChoiceRequest ChoiceOf(NotificationType type) =>
        new()
        {
            InApp = Ticked(BoxOf(type, NotificationChannel.InApp)),
            Email = Ticked(BoxOf(type, NotificationChannel.Email)),
            Push = Ticked(BoxOf(type, NotificationChannel.Push)),
        };

    private string Text(string name) => form[name].ToString().Trim();

    private bool Ticked(string name) => form.ContainsKey(name);

    // What is no number is as far off as any that the rules refuse.
    private int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : int.MinValue;

    private T? WordOf<T>(string name)
        where T : struct, Enum => Words<T>.TryParse(Text(name), out var value) ? value : null;

    private static DayOfWeek? DayOf(string word) => Words<DayOfWeek>.TryParse(word, out var day) ? day : null;
}
