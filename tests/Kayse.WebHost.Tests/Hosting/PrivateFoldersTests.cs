using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Hosting;

/// <summary>
/// What the service keeps is nobody else's on the machine to read, also where the folders were there before it.
/// </summary>
public sealed class PrivateFoldersTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public async Task Every_folder_is_for_the_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var app = new KayseApp();
        var data = Path.GetDirectoryName(app.MailDirectory)!;
        foreach (var folder in new[] { data, Path.Combine(data, "keys"), Path.Combine(data, "blobs"), app.MailDirectory })
        {
            System.IO.Directory.CreateDirectory(folder);
            File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        var owner = await app.SignUpAsync();
        await app.JoinAsync(owner);
        var photo = new ByteArrayContent(Pictures.Png()) { Headers = { ContentType = new("image/png") } };
        (await app.Client(owner.Token).SendRawAsync(HttpMethod.Put, "me/photo", photo)).ShouldBe(System.Net.HttpStatusCode.OK);
        await app.Browser().GetAsync("/sign-in");

        app.Services.GetRequiredService<IConfiguration>()["Kayse:DataDirectory"].ShouldBe(data);
        foreach (var folder in new[] { data, Path.Combine(data, "keys"), Path.Combine(data, "blobs"), app.MailDirectory })
            File.GetUnixFileMode(folder).ShouldBe(OwnerOnly, folder);
        File.GetUnixFileMode(Path.Combine(data, "kayse.db")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
