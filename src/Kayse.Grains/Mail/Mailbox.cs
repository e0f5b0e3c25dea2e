namespace Kayse.Grains.Mail;

/// <summary>
/// Where a mail goes to or comes from. The display name may hold any text: transports keep it on one line and encode
/// it.
/// </summary>
public sealed record Mailbox(string Address, string DisplayName = "");
