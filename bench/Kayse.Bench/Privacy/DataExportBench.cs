using System.Diagnostics;
using System.Globalization;
using Kayse.Bench.Companies;
using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Memory;
using Kayse.Bench.Reports;
using Kayse.Bench.Sessions;
using Kayse.Grains.Members;
using Kayse.Grains.Notifications;
using Kayse.Grains.Privacy;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kayse.Bench.Privacy;

/// <summary>
/// The export of a person's data: 500 notifications, which is all that their feed holds, and 1,000 sign-ins of history.
/// </summary>
internal static class DataExportBench
{
    private const int Notifications = 500;
    private const int SignIns = 1_000;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(5);

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var company = await LargeCompany.CreateAsync(host, members: 1);
        var userId = company.UserIds[0];
        await NotifyAsync(host, company, userId);
        await SignInAsync(host, company.Id, userId);

        var before = MemoryUse.Now();
        using var watching = new CancellationTokenSource();
        var peak = PeakAsync(watching.Token);
        var start = Stopwatch.GetTimestamp();
        var (export, bytes) = await ExportAsync(host, company.Id, userId);
        var took = Stopwatch.GetElapsedTime(start);
        await watching.CancelAsync();
        var highest = await peak;
        var (notifications, signIns) = (Items(export, "notifications.json"), Items(export, "sign-in-history.json"));
        Row.Write(
            "Export of a person's data",
            string.Create(
                CultureInfo.InvariantCulture,
                $"**{took.TotalSeconds:0.00} s**; process {Mebibytes(before.WorkingSet):0} MiB before, {Mebibytes(highest):0} MiB at most"
            ),
            "10 s",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{notifications} notifications, {signIns} sign-ins; from the request to the whole ZIP file of {bytes / 1024.0:0} KiB"
            )
        );
        await host.StopAsync();
        return 0;
    }

    private static async Task NotifyAsync(IHost host, LargeCompany company, string userId)
    {
        var events = Enumerable
            .Range(0, Notifications)
            .Select(number => new NotificationEvent(
                string.Create(CultureInfo.InvariantCulture, $"bench-{number}"),
                userId,
                NotificationType.CampaignUpdate,
                "The spring campaign has begun"
            )
            {
                Body = "Everybody who has a client of the campaign finds its letters among the documents of the case.",
            });
        foreach (var batch in events.Chunk(EventProblems.MaxEvents))
            await host.Grains().GetGrain<ICompanyEventsGrain>(company.Id).PublishEventsAsync(company.Founder, batch);
        while ((await host.Grains().GetGrain<INotificationInboxGrain>(userId).GetHeadAsync(company.Id)).Unread < Notifications)
            await Task.Delay(_pause);
    }

    // Sessions of the past, told to the company as the user's grain would have.
    private static Task SignInAsync(IHost host, string companyId, string userId)
    {
        var sessions = host.Grains().GetGrain<ICompanySessionsGrain>(companyId);
        var first = DateTimeOffset.UtcNow.AddDays(-80);
        return Clients.RepeatAsync(
            SignIns,
            Clients.Usual,
            number =>
                sessions.StartedAsync(
                    new SessionStarted(
                        EntityId.New(TimeProvider.System),
                        userId,
                        SamplePeople.FullName(0),
                        SamplePeople.Device(number),
                        first.AddHours(number),
                        first.AddHours(number + 12),
                        IsSwitch: false
                    )
                )
        );
    }

    private static async Task<(DataExportDownload Export, long Bytes)> ExportAsync(IHost host, string companyId, string userId)
    {
        var exports = host.Grains().GetGrain<IDataExportsGrain>(userId);
        var actor = new Actor(userId, "bench", IpAddress: null) { IsProved = true };
        var id = EntityId.New(TimeProvider.System);
        await exports.RequestAsync(new RequestDataExport(id, actor, companyId, ClientDevice.Unknown));
        while ((await exports.GetAsync(id)).Status is DataExportStatus.Queued or DataExportStatus.Running)
            await Task.Delay(_pause);
        var export = await exports.BeginDownloadAsync(actor, companyId, id);
        var file = Path.GetTempFileName();
        try
        {
            await using (var output = File.Create(file))
                await host.Services.GetRequiredService<DataExportArchive>().WriteAsync(export, output, CancellationToken.None);
            return (export, new FileInfo(file).Length);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<long> PeakAsync(CancellationToken ct)
    {
        var peak = 0L;
        while (!ct.IsCancellationRequested)
        {
            peak = Math.Max(peak, Environment.WorkingSet);
            await Task.Delay(_pause, CancellationToken.None);
        }

        return peak;
    }

    private static int Items(DataExportDownload export, string file) => export.Files.Where(one => one.Name == file).Sum(one => one.Items);

    private static double Mebibytes(long bytes) => bytes / (1024.0 * 1024);
}
