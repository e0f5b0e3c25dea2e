namespace Kayse.Silo.Mail;

/// <summary>The mail server: the section <c>Kayse:Mail:Smtp</c>.</summary>
public sealed class SmtpOptions
{
    /// <summary>Name or address; its certificate must be issued for it.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>
    /// A PEM file of a certificate authority to trust besides the system's, for this server only; empty for none.
    /// </summary>
    public string TrustedCertificate { get; set; } = "";

    /// <summary>
    /// Empty when the server asks for no sign-in. The server must offer <c>AUTH PLAIN</c> or <c>AUTH LOGIN</c>.
    /// </summary>
    public string UserName { get; set; } = "";

    /// <summary>Never logged.</summary>
    public string Password { get; set; } = "";

    /// <summary>How long handing over one mail may take from connecting to the server's last word.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
