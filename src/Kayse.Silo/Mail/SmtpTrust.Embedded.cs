using System.Net;
using System.Net.Security;

namespace Kayse.Silo.Mail;

/// <content>
/// The framework's mail client has only a process-wide hook for certificates, so the hook is set once and looks up the authority of the call that it
/// serves; every other call is judged as without it.
/// </content>
internal sealed partial class SmtpTrust
{
    private static readonly AsyncLocal<SmtpTrust?> Current = new();

#pragma warning disable SYSLIB0014, MA0039 // SmtpClient has no other hook; what the system trusts stays trusted, and only a listed authority is added.
    static SmtpTrust() => ServicePointManager.ServerCertificateValidationCallback =
        (_, certificate, chain, errors) => errors is SslPolicyErrors.None || (Current.Value?.Accepts(certificate, chain, errors) ?? false);
#pragma warning restore SYSLIB0014, MA0039

    /// <summary>Holds for the caller and what it awaits, until disposed.</summary>
    public IDisposable Apply()
    {
        Current.Value = this;
        return new Scope();
    }

    private sealed class Scope : IDisposable
    {
        public void Dispose() => Current.Value = null;
    }
}
