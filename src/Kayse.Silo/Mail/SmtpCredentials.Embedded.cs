using System.Net;

namespace Kayse.Silo.Mail;

/// <summary>
/// User name and password for AUTH LOGIN only: the framework would try NTLM and Negotiate first where a server offers them, and
/// those want a domain account.
/// </summary>
internal sealed class SmtpCredentials(string userName, string password) : ICredentialsByHost
{
    private readonly NetworkCredential _credential = new(userName, password);

    /// <summary>Whether the client has signed in with them, or tried to: it goes on without when the server doesn't offer AUTH LOGIN.</summary>
    public bool WereTaken { get; private set; }

    public NetworkCredential? GetCredential(string host, int port, string authenticationType)
    {
        if (!string.Equals(authenticationType, "login", StringComparison.OrdinalIgnoreCase))
            return null;
        WereTaken = true;
        return _credential;
    }
}
