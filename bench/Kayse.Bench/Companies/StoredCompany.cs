using Kayse.Bench.Hosting;
using Kayse.Bench.Sessions;
using Kayse.Grains.Users;

namespace Kayse.Bench.Companies;

/// <summary>
/// Leaves a large company whose people are all signed in, for the web host to open, and a file with its founder's
/// session token.
/// </summary>
internal static class StoredCompany
{
    private const int Members = 10_000;

    public static async Task<int> FillAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var company = await LargeCompany.CreateAsync(host, arguments.Count > 0 ? arguments.Count : Members);
        var founder = host.Grains().GetGrain<ISignInGrain>(company.Founder.UserId);
        var begun = await founder.SignInAsync(SamplePeople.SignIn(0) with { CredentialVersion = null });
        await File.WriteAllTextAsync(arguments.Tokens, begun.SignedIn!.Session.Token);
        await host.StopAsync();
        return 0;
    }
}
