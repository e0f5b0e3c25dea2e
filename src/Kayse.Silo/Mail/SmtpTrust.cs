using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kayse.Silo.Mail;

/// <summary>
/// Trusts one more certificate authority while a mail is handed over. The framework's mail client has only a process-wide hook, so
/// the hook is set once and looks up the authority of the call that it serves; every other call is judged as without it.
/// </summary>
internal sealed class SmtpTrust
{
    private static readonly AsyncLocal<SmtpTrust?> Current = new();
    private readonly X509Certificate2Collection _authorities = [];

#pragma warning disable SYSLIB0014, MA0039 // SmtpClient has no other hook; what the system trusts stays trusted, and only a listed authority is added.
    static SmtpTrust() => ServicePointManager.ServerCertificateValidationCallback =
        (_, certificate, chain, errors) => errors is SslPolicyErrors.None || (Current.Value?.Accepts(certificate, chain, errors) ?? false);
#pragma warning restore SYSLIB0014, MA0039

    public static SmtpTrust Load(string path)
    {
        var trust = new SmtpTrust();
        trust._authorities.ImportFromPemFile(path);
        return trust;
    }

    /// <summary>Whether the file can be read and holds a certificate.</summary>
    public static bool IsLoadable(string path)
    {
        try
        {
            return Load(path)._authorities.Count > 0;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Holds for the caller and what it awaits, until disposed.</summary>
    public IDisposable Apply()
    {
        Current.Value = this;
        return new Scope();
    }

    private bool Accepts(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (errors is not SslPolicyErrors.RemoteCertificateChainErrors || certificate is null)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.1"));
        if (sent is not null)
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainElements.Select(element => element.Certificate).ToArray());
        using var copy = new X509Certificate2(certificate);
        return chain.Build(copy);
    }

    private sealed class Scope : IDisposable
    {
        public void Dispose() => Current.Value = null;
    }
}
