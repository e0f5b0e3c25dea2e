namespace Kayse.Silo.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: mail, user name and password cross the network in clear text.</summary>
    None,

    /// <summary>By TLS with a valid certificate. A server that does not offer it gets nothing.</summary>
    StartTls,

    /// <summary>By TLS with a valid certificate from the first byte, as on port 465.</summary>
    Tls,
}
