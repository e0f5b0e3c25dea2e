using Kayse.Grains.Errors;

namespace Kayse.Grains.Notifications;

/// <summary>Which settings there can be, and what comes of them.</summary>
internal static class NotificationSettingsRules
{
    private const int MaxCaseTypes = 200;

    /// <summary>The settings as they are kept; refuses bad ones.</summary>
    public static NotificationSettings Check(NotificationSettings settings)
    {
        var errors = new FieldErrors();
        if (settings.Matrix.Keys.Any(type => !Enum.IsDefined(type)))
            errors.Add("matrix", "This has an unknown type of notification.");
        if (!Enum.IsDefined(settings.Messages))
            errors.Add("messages", "Choose all, assigned, mentions or none.");
        CheckDigest(errors, settings.Digest);
        CheckQuietHours(errors, settings.QuietHours);
        if (settings.SmsWarning.Segments is < 2 or > 10)
            errors.Add("smsWarning.segments", "Enter a number from 2 to 10.");
        var caseTypes = CheckCaseTypes(errors, settings.Filters.CaseTypes);
        errors.ThrowIfAny();
        return settings with
        {
            Matrix = Enum.GetValues<NotificationType>().ToDictionary(type => type, settings.ChoiceFor),
            Filters = settings.Filters with { CaseTypes = caseTypes },
            QuietHours = settings.QuietHours with { Days = [.. settings.QuietHours.Days.Distinct().Order()] },
        };
    }

    /// <summary>What is so for every type and channel.</summary>
    public static IReadOnlyList<EffectiveChannel> Cells(NotificationSettings settings, Recipient recipient) =>
        [
            .. Enum.GetValues<NotificationType>()
                .SelectMany(type => Enum.GetValues<NotificationChannel>().Select(channel => Cell(settings, recipient, type, channel))),
        ];

    private static EffectiveChannel Cell(
        NotificationSettings settings,
        Recipient recipient,
        NotificationType type,
        NotificationChannel channel
    )
    {
        var isChosen = settings.ChoiceFor(type).Has(channel);
        var reason =
            type == NotificationType.NewMessage && settings.Messages == MessageMode.None
                ? NotificationReason.MessageMode
                : DeliveryRules.Unreachable(recipient, channel);
        return new EffectiveChannel(type, channel, isChosen, isChosen && reason is null, reason);
    }

    private static void CheckDigest(FieldErrors errors, DigestSettings digest)
    {
        if (!Enum.IsDefined(digest.Mode))
            errors.Add("digest.mode", "Choose off, hourly, daily or weekly.");
        if (digest.Hour is < 0 or > 23)
            errors.Add("digest.hour", "Enter an hour from 0 to 23.");
        if (!Enum.IsDefined(digest.Weekday))
            errors.Add("digest.weekday", "Choose a day of the week.");
    }

    private static void CheckQuietHours(FieldErrors errors, QuietHours quiet)
    {
        if (quiet.Start.Ticks % TimeSpan.TicksPerMinute != 0)
            errors.Add("quietHours.start", "Enter a time in hours and minutes, such as 22:00.");
        if (quiet.End.Ticks % TimeSpan.TicksPerMinute != 0)
            errors.Add("quietHours.end", "Enter a time in hours and minutes, such as 07:00.");
        if (quiet.Start == quiet.End)
            errors.Add("quietHours.end", "The end must differ from the start.");
        if (quiet.Days.Any(day => !Enum.IsDefined(day)))
            errors.Add("quietHours.days", "Choose days of the week.");
        else if (quiet.Enabled && quiet.Days.Count == 0)
            errors.Add("quietHours.days", "Choose at least one day.");
    }

    private static IReadOnlyList<string> CheckCaseTypes(FieldErrors errors, IReadOnlyList<string> caseTypes)
    {
        if (caseTypes.Count > MaxCaseTypes)
        {
            errors.Add("filters.caseTypes", $"Choose up to {MaxCaseTypes} case types.");
            return [];
        }

        var clean = caseTypes.Select(caseType => errors.Required("filters.caseTypes", caseType, FieldLimits.CaseType));
        return [.. clean.Distinct(Members.CaseTypes.Comparer)];
    }
}
