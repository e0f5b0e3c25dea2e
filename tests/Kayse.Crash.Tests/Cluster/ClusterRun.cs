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

/// <summary>Two silos and a web host that is their client; one silo after the other is killed under load and started again.</summary>
internal sealed class ClusterRun(int seed, TestCluster cluster, ITestOutputHelper output)
{
    private const int Clients = 24;
    private const int Companies = 4;

    /// <summary>For detecting what the silence means, voting on it, and activating anew.</summary>
    private static readonly TimeSpan _takeOver = TimeSpan.FromSeconds(20);

    private readonly Random _random = new(seed);
    private readonly World _world = new();
    private readonly Journal _journal = new();
    private readonly PickupMailbox _mailbox = new(cluster.PickupDirectory);
    private readonly List<LoadClient> _clients = [];

    public async Task RunAsync(int kills)
    {
        var silos = new List<HostProcess> { await cluster.StartSiloAsync("0"), await cluster.StartSiloAsync("1") };
        using var api = new ApiClient((await cluster.StartWebClientAsync("web")).Address, isCluster: true);
        _clients.AddRange(Enumerable.Range(0, Clients).Select(number => new LoadClient(number, seed, _world, _journal, _mailbox)));
        await SignUpAsync(api);
        for (var round = 1; round <= kills; round++)
        {
            _journal.Round = round;
            var victim = round % 2;
            await LoadAndKillAsync(api, silos[victim]);
            await LookAsync(() => new AcknowledgedCheck(_journal, _world, _clients).RunAsync(api));
            silos[victim] = await cluster.StartSiloAsync($"{round + 1}");
        }

        var patience = new Patience(TimeProvider.System);
        await LookAsync(() => new DoubtCheck(_journal, _world, _clients, patience).RunAsync(api));
        await LookAsync(() => new UseCheck(_journal, _world, _clients, _mailbox, patience).RunAsync(api));
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
        var left = _random.Next(150, 500);
        using var enough = new CancellationTokenSource();
        var loads = Task.WhenAll(_clients.Select(client => Task.Run(() => client.RunAsync(
            api,
            () =>
            {
                if (Interlocked.Decrement(ref left) == 0)
                    victim.Kill();
            },
            enough.Token))));
        await victim.EndedAsync();
        var watch = Stopwatch.StartNew();
        await AllSessionsAnswerAsync(api, watch);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {_journal.Round}: every session answered {watch.Elapsed.TotalSeconds:f1} s after the kill"));
        await enough.CancelAsync();
        await loads;
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

    private async Task LookAsync(Func<Task> look)
    {
        await look();
        _journal.ThrowIfAnyComplaint($"seed {seed.ToString(CultureInfo.InvariantCulture)}");
    }
}
