using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kayse.Silo.Keys;
using Microsoft.Extensions.Options;
using Orleans.Connections.Security;
using Orleans.Hosting;

namespace Kayse.Silo.Hosting;

/// <summary>
/// TLS between silos, and between clients and silos, in which both sides show a certificate of the cluster's authority.
/// </summary>
internal static class ClusterTls
{
    private const string Section = $"{KayseClusterOptions.Section}:{nameof(KayseClusterOptions.Tls)}";
    private const string Certificate = $"{Section}:{nameof(ClusterTlsOptions.Certificate)}";
    private const string Authority = $"{Section}:{nameof(ClusterTlsOptions.Authority)}";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Without effect unless a certificate and its authority are configured.</summary>
    /// <exception cref="OptionsValidationException">The certificate or the authority can't be used.</exception>
    public static void UseClusterTls(this ISiloBuilder silo, ClusterTlsOptions options)
    {
        if (options is { Certificate.Length: > 0, Authority.Length: > 0 })
            silo.UseTls(Configuration(options));
    }

    /// <summary>Likewise for a client.</summary>
    /// <exception cref="OptionsValidationException">The certificate or the authority can't be used.</exception>
    public static void UseClusterTls(this IClientBuilder client, ClusterTlsOptions options)
    {
        if (options is { Certificate.Length: > 0, Authority.Length: > 0 })
            client.UseTls(Configuration(options));
    }

    private static Action<TlsOptions> Configuration(ClusterTlsOptions options)
    {
        var certificate = CertificateFile.LoadWithKey(Certificate, options.Certificate, options.Password);
        var authorities = CertificateFile.LoadAuthorities(Authority, options.Authority);
        return tls =>
        {
            tls.LocalCertificate = certificate;
            tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
            tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
            tls.RemoteCertificateValidation = (remote, chain, errors) => IsOfCluster(remote, chain, errors, authorities);
        };
    }

    // Silos call each other by IP address, so a certificate's names say nothing; the authority says who belongs to the
    // cluster.
    private static bool IsOfCluster(
        X509Certificate2 remote,
        X509Chain? received,
        SslPolicyErrors errors,
        X509Certificate2Collection authorities
    )
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        if (received is not null)
            chain.ChainPolicy.ExtraStore.AddRange(received.ChainPolicy.ExtraStore);
        return chain.Build(remote) && AllowsBothSides(remote);
    }

    // One certificate serves for calling and for being called; one for another purpose, such as signing, isn't a
    // silo's.
    private static bool AllowsBothSides(X509Certificate2 certificate)
    {
        if (certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().SingleOrDefault() is not { } usage)
            return true;
        var purposes = usage.EnhancedKeyUsages.Cast<Oid>().Select(purpose => purpose.Value).ToList();
        return purposes.Contains(ServerAuthentication) && purposes.Contains(ClientAuthentication);
    }
}
