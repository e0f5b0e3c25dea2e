using System.Globalization;
using Kayse.Crash.Hosting;
using Kayse.Crash.Http;
using Xunit.Abstractions;

namespace Kayse.Crash.Webhooks;

/// <summary>
/// Kills the host again and again while it sends the events of a company: whatever is in the company's feed reaches the
/// webhook. KAYSE_CRASH_SEED repeats a run as far as scheduling lets it be repeated, KAYSE_CRASH_KILLS makes it longer.
/// </summary>
public sealed class WebhookCrashTests(ITestOutputHelper output)
{
    private const int Clients = 8;

    private readonly int _seed = CrashTests.Setting("KAYSE_CRASH_SEED", Random.Shared.Next(1_000_000));
    private string _token = "";
    private string _cursor = "";

    [Fact]
    public async Task Every_event_of_the_feed_arrives_however_often_the_host_is_killed()
    {
        output.WriteLine($"KAYSE_CRASH_SEED={_seed.ToString(CultureInfo.InvariantCulture)}");
        var random = new Random(_seed);
        using var receiver = new EventReceiver();
        var settings = new HostSettings(Directory.CreateTempSubdirectory("kayse-crash-").FullName)
        {
            Others = new Dictionary<string, string>(StringComparer.Ordinal) { ["Kayse__Outbound__AllowedPrivateHosts__0"] = "127.0.0.1" },
        };
        for (var kill = 0; kill < CrashTests.Setting("KAYSE_CRASH_KILLS", 2); kill++)
        {
            using var host = await HostProcess.StartAsync(settings);
            using var api = new ApiClient(host.Address);
            if (kill == 0)
                await SetUpAsync(api, receiver.Url);
            await ChangeUntilKilledAsync(api, host, random.Next(20, 200));
        }

        using var last = await HostProcess.StartAsync(settings);
        using var after = new ApiClient(last.Address);
        (await RenameAsync(after, "At last")).IsSuccess.ShouldBeTrue();
        var happened = await ReadFeedAsync(after);
        happened.Count.ShouldBeGreaterThan(Clients);
        await ArriveAsync(receiver, happened);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{happened.Count} events in {receiver.Requests} requests"));
        Directory.Delete(settings.DataDirectory, recursive: true);
    }

    private async Task SetUpAsync(ApiClient api, string url)
    {
        var signUp = new
        {
            companyName = "Firm",
            fullName = "Ada Founder",
            email = "ada@firm.example",
            password = "a long enough passphrase",
        };
        _token = (await api.PostAsync("companies", null, signUp)).Text("session.token");
        _cursor = (await api.GetAsync("companies/current/events-feed?limit=200", _token)).Text("nextCursor");
        (await api.PostAsync("companies/current/webhooks", _token, new { url, from = _cursor })).Status.ShouldBe(201);
    }

    private async Task ChangeUntilKilledAsync(ApiClient api, HostProcess host, int acknowledgements)
    {
        var left = acknowledgements;
        await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(client => Task.Run(() => ChangeAsync(client.ToString(CultureInfo.InvariantCulture))))
        );
        await host.EndedAsync();

        async Task ChangeAsync(string client)
        {
            for (var number = 0; (await RenameAsync(api, $"Firm {client} {number}")).IsSuccess; number++)
            {
                if (Interlocked.Decrement(ref left) == 0)
                    host.Kill();
            }
        }
    }

    private Task<Answer> RenameAsync(ApiClient api, string name) =>
        api.SendAsync(new Call(HttpMethod.Patch, "companies/current", _token, new { name }));

    private async Task<IReadOnlyList<string>> ReadFeedAsync(ApiClient api)
    {
        var (ids, cursor, hasMore) = (new List<string>(), _cursor, true);
        while (hasMore)
        {
            var page = await api.GetAsync($"companies/current/events-feed?limit=200&after={cursor}", _token);
            ids.AddRange(page.Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            (cursor, hasMore) = (page.Text("nextCursor"), page.Body.GetProperty("hasMore").GetBoolean());
        }

        return ids;
    }

    private static async Task ArriveAsync(EventReceiver receiver, IReadOnlyList<string> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (happened.Except(receiver.Taken, StringComparer.Ordinal).Any() && !patience.IsCancellationRequested)
            await Task.Delay(20);
        happened.Except(receiver.Taken, StringComparer.Ordinal).ShouldBeEmpty();
    }
}
