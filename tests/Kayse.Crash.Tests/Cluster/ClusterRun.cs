using System.Diagnostics;
using System.Globalization;
using Kayse.Crash.Checks;
using Kayse.Crash.Hosting;
using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;
using Kayse.Crash.Load;
using Kayse.Crash.Mail;
using Xunit.Abstractions;

namespace Kayse.Crash.Cluster;

/// <summary>
/// Two silos and a web host that is their client; one silo after the other is killed under load and started again.
/// </summary>
internal sealed class ClusterRun(int seed, TestCluster cluster, ITestOutputHelper output)
{
    private const int Clients = 16;
    private const int Companies = 3;

    /// <summary>For detecting what the silence means, voting on it, and activating anew.</summary>
    private static readonly TimeSpan _takeOver = TimeSpan.FromSeconds(20);

    private readonly Random _random = new(seed);
    private readonly World _world = new();
    private readonly Journal _journal = new();
    private readonly PickupMailbox _mailbox = new(cluster.PickupDirectory);
    private readonly List<LoadClient> _clients = [];
    private readonly Stopwatch _run = Stopwatch.StartNew();

    public async Task RunAsync(int kills)
    {
        var (silos, web) = await cluster.StartAsync();
        using var api = new ApiClient(web.Address, isCluster: true);
        _clients.AddRange(Enumerable.Range(0, Clients).Select(number => new LoadClient(number, seed, _world, _journal, _mailbox)));
        await SignUpAsync(api);
        for (var round = 1; round <= kills; round++)
        {
            _journal.Round = round;
            var victim = round % 2;
            await LoadAndKillAsync(api, silos[victim]);
            await LookAsync("what was acknowledged is there", () => new AcknowledgedCheck(_journal, _world, _clients).RunAsync(api));
            if (round < kills)
                silos[victim] = await cluster.StartSiloAsync($"{round + 1}");
        }

        var patience = new Patience(TimeProvider.System);
        await LookAsync("what was in doubt is decided", () => new DoubtCheck(_journal, _world, _clients, patience).RunAsync(api));
        await LookAsync("everything works", () => new UseCheck(_journal, _world, _clients, _mailbox, patience).RunAsync(api));
        output.WriteLine(_journal.Summary());
    }

    private async Task SignUpAsync(ApiClient api)
    {
        var founders = new LoadClient(-1, seed, _world, _journal, _mailbox);
        for (var company = 0; company < Companies; company++)
            await founders.SignUpAsync(api);
    }

    private async Task LoadAndKillAsync(ApiClient api, HostProcess victim)
    {
        var left = _random.Next(100, 250);
        using var enough = new CancellationTokenSource();
        var loads = Task.WhenAll(
            _clients.Select(client =>
                Task.Run(() =>
                    client.RunAsync(
                        api,
                        () =>
                        {
                            if (Interlocked.Decrement(ref left) == 0)
                                victim.Kill();
                        },
                        enough.Token
                    )
                )
            )
        );
        await victim.EndedAsync();
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"round {_journal.Round}: killed {_run.Elapsed.TotalSeconds:f1} s into the run")
        );
        var watch = Stopwatch.StartNew();
        await AllSessionsAnswerAsync(api, watch);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"round {_journal.Round}: every session answered {watch.Elapsed.TotalSeconds:f1} s after the kill"
            )
        );
        await enough.CancelAsync();
        await loads;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"round {_journal.Round}: every request answered or given up {watch.Elapsed.TotalSeconds:f1} s after the kill"
            )
        );
    }

    private async Task AllSessionsAnswerAsync(ApiClient api, Stopwatch sinceKill)
    {
        foreach (var session in _clients.SelectMany(client => client.People).SelectMany(person => person.Sessions.ToList()).ToList())
        {
            while ((await api.GetAsync("session", session.Token)).IsMissing)
            {
                if (sinceKill.Elapsed > TestCluster.SilenceLimit + _takeOver)
                    throw new TimeoutException($"Session {session.Id} doesn't answer.");
                await Task.Delay(50);
            }
        }
    }

    private async Task LookAsync(string what, Func<Task> look)
    {
        var watch = Stopwatch.StartNew();
        await look();
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"round {_journal.Round}: {what}, found in {watch.Elapsed.TotalSeconds:f1} s")
        );
        _journal.ThrowIfAnyComplaint($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
    }
}
