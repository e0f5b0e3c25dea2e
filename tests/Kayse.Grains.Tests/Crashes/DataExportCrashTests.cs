using System.IO.Compression;
using Kayse.Grains.Privacy;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>A process that dies while an export is built or deleted leaves no half of it.</summary>
public sealed class DataExportCrashTests
{
    private string _exportId = "";
    private string _userId = "";

    [Fact]
    public Task Building() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await PrepareAsync(scenario);
                return async () =>
                {
                    await RequestAsync(scenario);
                    await ReadyAsync(scenario);
                };
            },
            async scenario =>
            {
                scenario.Remind();
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var exports = await Exports(scenario).ListAsync();
                        if (scenario.IsAcknowledged || exports.Count > 0)
                            exports.ShouldHaveSingleItem().Status.ShouldBe(DataExportStatus.Ready);
                    }
                );
                if ((await Exports(scenario).ListAsync()).Count > 0)
                    await CheckArchiveAsync(scenario);
            }
        );

    [Fact]
    public Task Erasing() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await PrepareAsync(scenario);
                await RequestAsync(scenario);
                await ReadyAsync(scenario);
                return () => Exports(scenario).EraseAsync();
            },
            async scenario =>
            {
                await Exports(scenario).EraseAsync();
                Files(scenario).ShouldBeEmpty();
                (await Exports(scenario).ListAsync()).ShouldBeEmpty();
            }
        );

    private async Task PrepareAsync(CrashScenario scenario)
    {
        _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
        _exportId = EntityId.New(scenario.Silo.Clock);
    }

    private IDataExportsGrain Exports(CrashScenario scenario) => scenario.Silo.Grains.GetGrain<IDataExportsGrain>(_userId);

    private Task<DataExportView> RequestAsync(CrashScenario scenario) =>
        Exports(scenario)
            .RequestAsync(new RequestDataExport(_exportId, Firm.ActorOf(_userId), scenario.Firm.CompanyId, ClientDevice.Unknown));

    private Task ReadyAsync(CrashScenario scenario) =>
        CrashScenario.EventuallyAsync(async () =>
            (
                scenario.Silo.Crash.HasHappened || (await Exports(scenario).GetAsync(_exportId)).Status == DataExportStatus.Ready
            ).ShouldBeTrue()
        );

    private async Task CheckArchiveAsync(CrashScenario scenario)
    {
        var download = await Exports(scenario).BeginDownloadAsync(Firm.ActorOf(_userId), scenario.Firm.CompanyId, _exportId);
        using var content = new MemoryStream();
        await scenario.Silo.Services.GetRequiredService<DataExportArchive>().WriteAsync(download, content, CancellationToken.None);
        using var archive = new ZipArchive(content, ZipArchiveMode.Read);
        archive.Entries.Select(entry => entry.FullName).ShouldContain("profile.json");
        Files(scenario).Length.ShouldBe(download.Files.Sum(file => file.Parts));
    }

    private string[] Files(CrashScenario scenario)
    {
        var folder = Path.Combine(scenario.Silo.DataDirectory, "blobs", "data-exports", _userId);
        return System.IO.Directory.Exists(folder) ? System.IO.Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }
}
