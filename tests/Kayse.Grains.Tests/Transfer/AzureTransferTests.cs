using Kayse.Grains.Blobs;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;
using Kayse.Silo.Transfer;
using Kayse.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Transfer;

/// <summary>An installation moves from its folder to Azure Storage and back.</summary>
public sealed class AzureTransferTests : IDisposable
{
    private readonly string _id = $"move-{Guid.NewGuid():n}";
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public async Task Nothing_is_lost_or_added_on_the_way_there_and_back()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var session = (await firm.SignInAsync(firm.Founder.UserId)).Session;
        await firm.JoinAsync("o'neil/zoë+tag@else.example");
        var (_, token) = await firm.InviteByMailAsync("ben@else.example", phone: "+12025550123");
        var user = new Person(silo.Grains, firm.Founder.UserId);
        var photo = (await user.Profile.SetPhotoAsync(Pictures.Png())).Photo!;
        var (there, back) = (_installation.NewFile, _installation.NewFile);

        await silo.MoveAsync(
            async (from, to) =>
            {
                var exported = await Installation.ExportAsync(from, there);
                var imported = exported.Replace("Exported", "Imported", StringComparison.Ordinal);
                (await OnAzureAsync("import", there)).ShouldBe(imported);
                (await Should.ThrowAsync<TransferException>(() => OnAzureAsync("import", there))).Message.ShouldContain("not empty");
                (await OnAzureAsync("export", back)).ShouldBe(exported);
                (await Installation.ImportAsync(back, to)).ShouldBe(imported);
            }
        );

        (await RecordsAsync(back)).ShouldBe(await RecordsAsync(there));
        (await firm.CheckAsync(session.Token)).Principal!.UserId.ShouldBe(firm.Founder.UserId);
        (await firm.AcceptAsync(token)).UserId.ShouldNotBeEmpty();
        await using var stored = await silo.Services.GetRequiredService<IBlobStore>().GetAsync(PhotoName.BlobKey(photo), default);
        stored.ShouldNotBeNull();
    }

    private static async Task<IEnumerable<string>> RecordsAsync(string file) =>
        (await File.ReadAllLinesAsync(file))[1..^1].Order(StringComparer.Ordinal);

    private async Task<string> OnAzureAsync(string verb, string file)
    {
        var output = new StringWriter();
        await TransferCommand.RunAsync(
            [
                verb,
                file,
                "--Kayse:Cluster:Provider=AzureStorage",
                $"--Kayse:Cluster:ConnectionString={Azurite.ConnectionString}",
                $"--Kayse:Cluster:ServiceId={_id}",
                $"--Kayse:Cluster:ClusterId={_id}",
            ],
            output
        );
        return output.ToString();
    }
}
