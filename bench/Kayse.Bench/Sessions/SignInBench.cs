using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Reports;
using Kayse.Grains.Users;

namespace Kayse.Bench.Sessions;

/// <summary>
/// Sign-ins with the cost of the password's hash set aside: what the grains and the disk do once it is verified.
/// </summary>
internal static class SignInBench
{
    private const int People = 20_000;

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var people = await SamplePeople.RegisterAsync(host.Grains(), arguments.Count > 0 ? arguments.Count : People);
        Row.Progress($"{Row.Count(people.Length)} people registered");
        var result = await Clients.RunAsync(
            Clients.Usual,
            arguments.Duration,
            _ =>
            {
                var number = Random.Shared.Next(people.Length);
                return host.Grains().GetGrain<ISignInGrain>(people[number]).SignInAsync(SamplePeople.SignIn(number));
            }
        );
        Row.Write(
            "Sign-ins, hash cost set aside",
            Row.PerSecond(result.PerSecond),
            "2,500/s",
            $"durable; 64 clients, {Row.Count(people.Length)} people at random; {result.Times}"
        );
        await host.StopAsync();
        return 0;
    }
}
