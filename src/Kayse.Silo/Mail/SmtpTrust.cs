using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kayse.Silo.Mail;

/// <summary>One more certificate authority that is trusted, for one mail server.</summary>
internal sealed partial class SmtpTrust
{
    private readonly X509Certificate2Collection _authorities = [];

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

    /// <summary>
    /// Whether the authority vouches for a certificate whose one fault is that the system doesn't know who issued it.
    /// </summary>
    public bool Accepts(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
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
}
