using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Reports;
using Kayse.Grains.Users;

namespace Kayse.Bench.Sessions;

/// <summary>Signs people in through the grains, ten times each, and writes their tokens to a file for wrk.</summary>
internal static class TokenFile
{
    private const int Sessions = 100_000;
    private const int EachPerson = 10;

    public static async Task<int> FillAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var count = arguments.Count > 0 ? arguments.Count : Sessions;
        var people = await SamplePeople.RegisterAsync(host.Grains(), Math.Max(1, count / EachPerson));
        Row.Progress($"{Row.Count(people.Length)} people registered");
        var tokens = new string[count];
        await Clients.RepeatAsync(
            count,
            atOnce: 256,
            async number =>
            {
                var begun = await host.Grains()
                    .GetGrain<ISignInGrain>(people[number % people.Length])
                    .SignInAsync(SamplePeople.SignIn(number));
                tokens[number] = begun.SignedIn!.Session.Token;
            }
        );
        await File.WriteAllLinesAsync(arguments.Tokens, tokens);
        Row.Progress($"{Row.Count(count)} sessions started");
        await host.StopAsync();
        return 0;
    }
}
