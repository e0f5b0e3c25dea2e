using System.Net;
using Kayse.Silo.Verification;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Privacy;

/// <summary>Whoever has the certificate of a deleted account can check it with the product's own command (PR-4).</summary>
public sealed class DeletionCertificateTests(SharedApp shared) : IClassFixture<SharedApp>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kayse-certificate-");

    private KayseApp App => shared.App;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_certificate_in_the_audit_log_is_verified_with_the_published_keys_and_a_changed_one_is_not()
    {
        var owner = await App.SignUpAsync();
        var user = await App.JoinAsync(owner);
        var admin = App.Client(owner.Token);
        (await admin.DeleteAsync($"companies/current/members/{user.UserId}/account")).ShouldBe(HttpStatusCode.NoContent);

        var entry = (await admin.GetAsync("companies/current/audit-log?action=member.deletion_certified")).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem()!;
        var certificate = entry["after"]!["certificate"]!.GetValue<string>();
        entry.ToJsonString().ShouldNotContain(user.Email);
        var keys = await FileAsync("keys.json", (await App.Client().GetAsync("deletion-certificates/keys")).Text);

        var said = await VerifyAsync(await FileAsync("certificate.jws", certificate + "\n"), keys);
        said.ShouldStartWith("The certificate is valid.");
        said.ShouldContain(entry["after"]!["reference"]!.GetValue<string>());
        said.ShouldContain("Requested by: admin");
        said.ShouldContain("  - Sessions and API keys");
        said.ShouldNotContain(user.UserId);

        var tampered = await FileAsync("tampered.jws", certificate.Replace(".e", ".f", StringComparison.Ordinal));
        (await Should.ThrowAsync<VerificationException>(() => VerifyAsync(tampered, keys))).Message.ShouldContain("not valid");
        var other = await FileAsync("other.json", """{"keys":[]}""");
        (await Should.ThrowAsync<VerificationException>(() => VerifyAsync(tampered, other))).Message.ShouldContain("not valid");
        (await Should.ThrowAsync<VerificationException>(() => VerifyAsync(tampered, tampered))).Message.ShouldContain("JSON Web Key Set");
    }

    [Fact]
    public async Task The_command_wants_a_file_and_its_keys()
    {
        VerificationCommand.IsIn(["verify-certificate"]).ShouldBeTrue();
        await Should.ThrowAsync<VerificationException>(() => VerificationCommand.RunAsync(["verify-certificate"], TextWriter.Null));
        await Should.ThrowAsync<VerificationException>(() => VerifyAsync("no-such-file", "nor-this"));
    }

    private static async Task<string> VerifyAsync(string certificate, string keys)
    {
        var output = new StringWriter();
        await VerificationCommand.RunAsync(["verify-certificate", certificate, keys], output);
        return output.ToString();
    }

    private async Task<string> FileAsync(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, content);
        return path;
    }
}
