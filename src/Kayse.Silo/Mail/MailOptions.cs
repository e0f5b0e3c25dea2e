namespace Kayse.Silo.Mail;

/// <summary>How mail goes out: the section <c>Kayse:Mail</c>.</summary>
public sealed class MailOptions
{
    public const string Section = "Kayse:Mail";

    /// <summary>Whom all mail comes from: an address, or a name and an address in angle brackets.</summary>
    public string From { get; set; } = "Kayse <no-reply@localhost>";

    /// <summary>Files in a folder, or a mail server.</summary>
    public MailTransport Transport { get; set; } = MailTransport.Pickup;

    /// <summary>
    /// Where <see cref="MailTransport.Pickup"/> writes; by default the folder <c>mail</c> in
    /// <c>Kayse:DataDirectory</c>.
    /// </summary>
    public string PickupDirectory { get; set; } = "";

    /// <summary>The mail server that <see cref="MailTransport.Smtp"/> hands over to.</summary>
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>With what mail is signed.</summary>
    public DkimOptions Dkim { get; set; } = new();
}
