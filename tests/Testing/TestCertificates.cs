using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Kayse.Testing;

/// <summary>A certificate authority made for one test, and files with what it issues.</summary>
public sealed class TestCertificates : IDisposable
{
    private static readonly string[] _bothSides = ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"];

    private readonly DateTimeOffset _from = DateTimeOffset.UtcNow.AddDays(-1);
    private readonly string _folder = Directory.CreateTempSubdirectory("kayse-certificates-").FullName;
    private readonly RSA _authorityKey = RSA.Create(2048);
    private readonly X509Certificate2 _authority;

    public TestCertificates()
    {
        var request = new CertificateRequest(
            $"CN=Authority {Guid.NewGuid():N}",
            _authorityKey,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _authority = request.CreateSelfSigned(_from, _from.AddDays(10));
        AuthorityFile = Write("authority.pem", _authority.ExportCertificatePem());
    }

    /// <summary>A PEM file with the authority's certificate.</summary>
    public string AuthorityFile { get; }

    /// <summary>Issues a certificate for both sides of a connection, with its key.</summary>
    public X509Certificate2 Issue(string name, DateTimeOffset? until = null, IReadOnlyList<string>? purposes = null)
    {
        using var key = RSA.Create(2048);
        using var issued = Request(name, key, purposes ?? _bothSides)
            .Create(_authority, _from, until ?? _from.AddDays(5), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    /// <summary>Issues one into a PEM file.</summary>
    public string IssuePem(string name)
    {
        using var certificate = Issue(name);
        using var key = certificate.GetRSAPrivateKey()!;
        return Write($"{name}.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>Issues one into a PFX file.</summary>
    public string IssuePfx(string name, string password)
    {
        using var certificate = Issue(name);
        var path = Path.Combine(_folder, $"{name}.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, password));
        return path;
    }

    public void Dispose()
    {
        _authority.Dispose();
        _authorityKey.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static CertificateRequest Request(string name, RSA key, IReadOnlyList<string> purposes)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([.. purposes.Select(purpose => new Oid(purpose))], false));
        return request;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
