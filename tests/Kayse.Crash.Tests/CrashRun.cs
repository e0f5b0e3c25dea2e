using System.Diagnostics;
using System.Globalization;
using Kayse.Crash.Checks;
using Kayse.Crash.Hosting;
using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;
using Kayse.Crash.Load;
using Kayse.Crash.Mail;
using Xunit.Abstractions;

namespace Kayse.Crash;

/// <summary>
/// A folder, the hosts that are started on it one after another and killed, and the clients that outlive them.
/// </summary>
internal sealed class CrashRun(
    int seed,
    HostSettings settings,
    Mailbox mailbox,
    ITestOutputHelper output,
    Func<int, Task>? beforeStart = null
)
{
    private const int Clients = 32;
    private const int Companies = 4;

    private readonly Random _random = new(seed);
    private readonly World _world = new();
    private readonly Journal _journal = new();
    private readonly List<LoadClient> _clients = [];

    /// <summary>Loads and kills that often; then lets the host recover, and looks at everything.</summary>
    public async Task RunAsync(int kills)
    {
        _clients.AddRange(Enumerable.Range(0, Clients).Select(number => new LoadClient(number, seed, _world, _journal, mailbox)));
        for (var round = 1; round <= kills; round++)
        {
            await BeforeAsync(round);
            using var host = await HostProcess.StartAsync(settings);
            await LookAsync(host, api => round == 1 ? SignUpAsync(api) : new AcknowledgedCheck(_journal, _world, _clients).RunAsync(api));
            await LoadAndKillAsync(host);
        }

        await BeforeAsync(kills + 1);
        using var last = await HostProcess.StartAsync(settings);
        await LookAsync(last, LookAtEverythingAsync);
        output.WriteLine(_journal.Summary());
    }

    private Task BeforeAsync(int round)
    {
        _journal.Round = round;
        return beforeStart?.Invoke(round) ?? Task.CompletedTask;
    }

    private async Task LookAtEverythingAsync(ApiClient api)
    {
        var patience = new Patience(TimeProvider.System);
        await TimedAsync("what was acknowledged", () => new AcknowledgedCheck(_journal, _world, _clients).RunAsync(api));
        await TimedAsync("what was in doubt", () => new DoubtCheck(_journal, _world, _clients, patience).RunAsync(api));
        await TimedAsync("what can be used", () => new UseCheck(_journal, _world, _clients, mailbox, patience).RunAsync(api));
    }

    private async Task TimedAsync(string what, Func<Task> look)
    {
        var watch = Stopwatch.StartNew();
        await look();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"looked at {what} for {watch.Elapsed.TotalSeconds:f1} s"));
    }

    private async Task LookAsync(HostProcess host, Func<ApiClient, Task> look)
    {
        using var api = new ApiClient(host.Address);
        await look(api);
        ThrowIfWrong(host);
    }

    private async Task SignUpAsync(ApiClient api)
    {
        var founders = new LoadClient(-1, seed, _world, _journal, mailbox);
        for (var company = 0; company < Companies; company++)
            await founders.SignUpAsync(api);
    }

    private async Task LoadAndKillAsync(HostProcess host)
    {
        // Now and then right after the start, in the midst of recovery.
        var left = _random.Next(5) == 0 ? _random.Next(1, 15) : _random.Next(20, 400);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"round {_journal.Round}: started in {host.StartedIn.TotalMilliseconds:f0} ms, killed after {left} acknowledgements"
            )
        );
        using var api = new ApiClient(host.Address);
        var killed = false;
        await Task.WhenAll(
            _clients.Select(client =>
                Task.Run(() =>
                    client.RunAsync(
                        api,
                        () =>
                        {
                            if (Interlocked.Decrement(ref left) != 0)
                                return;
                            killed = true;
                            host.Kill();
                        }
                    )
                )
            )
        );
        if (!killed)
            _journal.Complain("", "the host was gone before it was killed");
        await host.EndedAsync();
        ThrowIfWrong(host);
    }

    private void ThrowIfWrong(HostProcess host)
    {
        foreach (var fault in host.Log.Faults)
            _journal.Complain("", $"the host reported {fault}");
        _journal.ThrowIfAnyComplaint(
            $"seed {seed.ToString(CultureInfo.InvariantCulture)}, {settings.DataDirectory}\nlast lines of the host:\n{host.Log}"
        );
    }
}
