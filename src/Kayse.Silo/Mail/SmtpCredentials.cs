using System.Net;

namespace Kayse.Silo.Mail;

/// <summary>
/// User name and password for AUTH LOGIN only: the framework would try NTLM and Negotiate first where a server offers them, and
/// those want a domain account.
/// </summary>
internal sealed class SmtpCredentials(string userName, string password) : ICredentialsByHost
{
    private readonly NetworkCredential _credential = new(userName, password);

    public NetworkCredential? GetCredential(string host, int port, string authenticationType) =>
        string.Equals(authenticationType, "login", StringComparison.OrdinalIgnoreCase) ? _credential : null;
}
