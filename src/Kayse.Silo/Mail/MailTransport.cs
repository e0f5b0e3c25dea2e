namespace Kayse.Silo.Mail;

/// <summary>The ways out that mail can take.</summary>
public enum MailTransport
{
    /// <summary>An <c>.eml</c> file per mail in a folder, for a relay to pick up or a developer to read.</summary>
    Pickup,

    /// <summary>A mail server, by SMTP submission.</summary>
    Smtp,
}
