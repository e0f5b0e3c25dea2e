using System.Diagnostics;
using System.Globalization;
using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Reports;
using Kayse.Bench.Sessions;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Bench.Memory;

/// <summary>
/// The memory of sessions that were started and stay live, each of another person. They are started durably, with their
/// reminders, and their tokens written to a file; at the end the process kills itself, so that the folder is what a
/// crash leaves.
/// </summary>
internal static class SessionMemoryBench
{
    private const int Sessions = 1_000_000;
    private const int AtOnce = 512;
    private const int InACompany = 100;

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var count = arguments.Count > 0 ? arguments.Count : Sessions;
        await using (var tokens = new TokenWriter(arguments.Tokens))
        {
            await StartAsync(host.Grains(), tokens, AtOnce);
            var before = MemoryUse.Now();
            var start = Stopwatch.GetTimestamp();
            await StartAsync(host.Grains(), tokens, count);
            Row.Progress($"{Row.Count(count)} sessions started, {Row.PerSecond(count / Stopwatch.GetElapsedTime(start).TotalSeconds)}");
            MemoryUse
                .Now()
                .Report(
                    "Bytes per live session, just started",
                    before,
                    count,
                    "3,072 B heap",
                    "each of another person, all started durably, with reminders"
                );
        }

        var live = await StoredTokens.CheckAsync(host.Grains(), arguments.Tokens);
        Row.Progress(string.Create(CultureInfo.InvariantCulture, $"{Row.Count(live)} of them checked live"));
        using var self = Process.GetCurrentProcess();
        self.Kill();
        return 0;
    }

    private static async Task StartAsync(IGrainFactory grains, TokenWriter tokens, int count)
    {
        var companies = Enumerable
            .Range(0, (count / InACompany) + 1)
            .Select(number => SamplePeople.Membership(number * InACompany, EntityId.New(TimeProvider.System)))
            .ToArray();
        await Clients.RepeatAsync(
            count,
            AtOnce,
            async number =>
            {
                var id = EntityId.New(TimeProvider.System);
                var token = SecretToken.Create(id, out var hash);
                // As a user's grain has it: the words are shared, the list is the person's own.
                var company = companies[number / InACompany];
                var membership = company with { Permissions = [.. company.Permissions], CaseTypes = [.. company.CaseTypes!] };
                await grains
                    .GetGrain<IUserSessionGrain>(id)
                    .StartAsync(
                        new StartSession(hash, SamplePeople.Principal(number, membership), SamplePeople.Device(number), RememberMe: false)
                    );
                tokens.Write(token);
            }
        );
    }
}
