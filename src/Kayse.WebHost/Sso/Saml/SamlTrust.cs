using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kayse.Grains.Sso;
using Kayse.Grains.Sso.Saml;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>
/// The certificates that may have signed, and the keys that may decrypt. A certificate counts only while it is valid.
/// </summary>
internal sealed class SamlTrust : IDisposable
{
    private readonly X509Certificate2[] _certificates;
    private readonly X509Certificate2[] _valid;
    private readonly IReadOnlyList<X509Certificate2> _ours;
    private readonly RSA[] _decryption;

    public SamlTrust(SamlSettings settings, DateTimeOffset now)
    {
        _certificates = [.. settings.Certificates.Select(SamlCertificates.Load)];
        _valid = Array.FindAll(_certificates, certificate => IsValid(certificate, now));
        _ours = SamlKeys.Read(settings.PrivateKeys);
        _decryption = [.. _ours.Select(certificate => certificate.GetRSAPrivateKey()!)];
        Signatures = new SignedAssertions(_valid, _decryption);
    }

    public SignedAssertions Signatures { get; }

    public void Dispose()
    {
        foreach (var key in _decryption)
            key.Dispose();
        foreach (var certificate in _certificates.Concat(_ours))
            certificate.Dispose();
    }

    private static bool IsValid(X509Certificate2 certificate, DateTimeOffset now) =>
        certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime && now.UtcDateTime < certificate.NotAfter.ToUniversalTime();
}
