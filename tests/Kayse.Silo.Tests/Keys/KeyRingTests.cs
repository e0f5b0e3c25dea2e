using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Kayse.Silo.Hosting;
using Kayse.Silo.Transfer;
using Kayse.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Tests.Keys;

/// <summary>Keys are encrypted with a certificate when one is configured.</summary>
public sealed class KeyRingTests : IDisposable
{
    private const string Password = "a password of the file";

    private readonly string _folder = Directory.CreateTempSubdirectory("kayse-keys-").FullName;
    private readonly TestCertificates _certificates = new();

    public void Dispose()
    {
        _certificates.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_key_is_stored_encrypted_and_read_after_a_restart()
    {
        var certificate = Pfx("2026");
        var secret = await ProtectAsync(certificate);

        StoredKeys().ShouldHaveSingleItem().ShouldNotContain("<value>");
        (await UnprotectAsync(secret, certificate)).ShouldBe("hello");
    }

    [Fact]
    public async Task Without_a_certificate_a_key_is_stored_as_it_is()
    {
        await ProtectAsync();

        StoredKeys().ShouldHaveSingleItem().ShouldContain("<value>");
    }

    [Fact]
    public async Task A_start_without_the_certificate_is_refused_with_one_line()
    {
        await ProtectAsync(Pfx("2026"));

        var failure = await FailureAsync(() => ProtectAsync());

        failure.ShouldStartWith("Kayse:Keys:Certificate: ");
        failure.ShouldNotContain("\n");
        (await FailureAsync(() => ProtectAsync(Pfx("2027")))).ShouldBe(failure);
        StoredKeys().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_certificate_of_an_earlier_year_still_decrypts()
    {
        var secret = await ProtectAsync(Pfx("2026"));

        (
            await UnprotectAsync(
                secret,
                [.. Pem("2027"), ("PreviousCertificates:0", _certificates.IssuePem("other")), .. Previous(1, "2026")]
            )
        ).ShouldBe("hello");
    }

    [Fact]
    public async Task Keys_of_before_the_certificate_stay_readable()
    {
        var secret = await ProtectAsync();

        (await UnprotectAsync(secret, Pfx("2026"))).ShouldBe("hello");
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_named()
    {
        var pfx = _certificates.IssuePfx("one", Password);
        (await FailureAsync(() => ProtectAsync(("Certificate", "/nowhere/keys.pfx")))).ShouldBe(
            "Kayse:Keys:Certificate: /nowhere/keys.pfx can't be read."
        );
        (await FailureAsync(() => ProtectAsync(("Certificate", pfx), ("CertificatePassword", "wrong")))).ShouldStartWith(
            $"Kayse:Keys:Certificate: {pfx} is no PFX"
        );
        (await FailureAsync(() => ProtectAsync(("Certificate", _certificates.AuthorityFile)))).ShouldStartWith(
            "Kayse:Keys:Certificate: "
        );
        (await FailureAsync(() => ProtectAsync(("Certificate", WithoutRsa())))).ShouldContain("RSA");
        (await FailureAsync(() => ProtectAsync(("PreviousCertificates:0", "nowhere.pem")))).ShouldStartWith(
            "Kayse:Keys:PreviousCertificates:0: "
        );
    }

    [Fact]
    public async Task Protected_keys_move_to_an_installation_with_another_certificate_and_to_one_without()
    {
        var secret = await ProtectAsync(Pfx("2026"));
        var (file, protectedAgain, plain) = (
            Path.Combine(_folder, "all.jsonl"),
            Path.Combine(_folder, "there"),
            Path.Combine(_folder, "back")
        );
        var exported = await CommandAsync("export", file, _folder, Pfx("2026"));

        (await CommandAsync("import", file, protectedAgain, Pfx("2028"))).ShouldBe(
            exported.Replace("Exported", "Imported", StringComparison.Ordinal)
        );
        (await CommandAsync("import", file, plain)).ShouldBe(exported.Replace("Exported", "Imported", StringComparison.Ordinal));

        StoredKeys(protectedAgain).ShouldHaveSingleItem().ShouldNotContain("<value>");
        StoredKeys(plain).ShouldHaveSingleItem().ShouldContain("<value>");
        foreach (var (folder, settings) in ((string, (string, string)[])[])[(protectedAgain, Pfx("2028")), (plain, [])])
        {
            using var host = Build(folder, settings);
            host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret).ShouldBe("hello");
        }
    }

    [Fact]
    public async Task Keys_that_cannot_be_decrypted_are_not_exported()
    {
        await ProtectAsync(Pfx("2026"));

        (await FailureAsync(() => CommandAsync("export", Path.Combine(_folder, "all.jsonl"), _folder))).ShouldStartWith(
            "Kayse:Keys:Certificate: "
        );

        File.Exists(Path.Combine(_folder, "all.jsonl")).ShouldBeFalse();
    }

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    private (string, string)[] Pfx(string name) => [("Certificate", FileOf(name)), ("CertificatePassword", Password)];

    private (string, string)[] Pem(string name) => [("Certificate", _certificates.IssuePem(name))];

    private (string, string)[] Previous(int at, string name) =>
        [($"PreviousCertificates:{at}", FileOf(name)), ("PreviousPasswords:0", ""), ($"PreviousPasswords:{at}", Password)];

    private string FileOf(string name)
    {
        if (!_files.TryGetValue(name, out var path))
            _files[name] = path = _certificates.IssuePfx(name, Password);
        return path;
    }

    private string WithoutRsa()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=curve", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UtcNow,
            DateTimeOffset.UtcNow.AddDays(1)
        );
        var path = Path.Combine(_folder, "curve.pem");
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return path;
    }

    private IReadOnlyList<string> StoredKeys(string? folder = null) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder ?? _folder, "keys"), "key-*.xml").Select(File.ReadAllText)];

    private static async Task<string> FailureAsync(Func<Task> start) =>
        (await Should.ThrowAsync<OptionsValidationException>(start)).Failures.ShouldHaveSingleItem();

    private Task<string> ProtectAsync(params (string Setting, string Value)[] keys) =>
        InHostAsync(protector => protector.Protect("hello"), keys);

    private Task<string> UnprotectAsync(string secret, params (string Setting, string Value)[] keys) =>
        InHostAsync(protector => protector.Unprotect(secret), keys);

    private async Task<string> InHostAsync(Func<IDataProtector, string> use, (string Setting, string Value)[] keys)
    {
        using var host = Build(_folder, keys);
        await host.StartAsync();
        var result = use(host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test"));
        await host.StopAsync();
        return result;
    }

    private static IHost Build(string folder, (string Setting, string Value)[] keys)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            keys.Select(key => KeyValuePair.Create($"Kayse:Keys:{key.Setting}", (string?)key.Value))
        );
        builder.Configuration.AddInMemoryCollection([new("Kayse:DataDirectory", folder)]);
        builder.AddKayseSilo();
        return builder.Build();
    }

    private static async Task<string> CommandAsync(string verb, string file, string folder, params (string Setting, string Value)[] keys)
    {
        var output = new StringWriter();
        await TransferCommand.RunAsync(
            [verb, file, $"--Kayse:DataDirectory={folder}", .. keys.Select(key => $"--Kayse:Keys:{key.Setting}={key.Value}")],
            output
        );
        return output.ToString();
    }
}
