using Kayse.Grains.Notifications;

namespace Kayse.Grains.Mail.Emails;

/// <summary>A notification as it stands in an email. Its texts come from other services: they can hold anything.</summary>
/// <param name="Title">One line.</param>
/// <param name="Body">Lines; null when the title says it all.</param>
[GenerateSerializer, Immutable, Alias("kayse.mailed-notification")]
internal sealed record MailedNotification(
    [property: Id(0)] NotificationType Type,
    [property: Id(1)] string Title,
    [property: Id(2)] string? Body,
    [property: Id(3)] DateTimeOffset At
)
{
    /// <summary>Only the type: the rest is personal data.</summary>
    public override string ToString() => $"{nameof(MailedNotification)} {Type}";
}
