namespace Kayse.Grains.Mail;

/// <summary>
/// How many mails one mailbox may get because somebody wants it to, however its address is written; section
/// <c>Kayse:Mail:PerRecipient</c>.
/// </summary>
public sealed class MailAllowanceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Mail:PerRecipient";

    /// <summary>How many within a window, over all companies; 0 to 1,000, 0 for any number.</summary>
    public int Limit { get; set; } = 5;

    /// <summary>The window; 1 second to 1 day.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);
}
