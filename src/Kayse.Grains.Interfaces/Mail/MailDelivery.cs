namespace Kayse.Grains.Mail;

/// <summary>Where a mail stands.</summary>
[GenerateSerializer, Alias("kayse.mail-delivery")]
public enum MailDelivery
{
    /// <summary>On its way, or to be tried again.</summary>
    Queued = 0,

    /// <summary>Handed to the mail server.</summary>
    Sent = 1,

    /// <summary>Refused for good, or out of time.</summary>
    Failed = 2,
}
