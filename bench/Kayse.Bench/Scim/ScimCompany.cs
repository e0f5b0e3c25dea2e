using Kayse.Bench.Hosting;
using Kayse.Grains.Companies;
using Kayse.Grains.Domains;
using Kayse.Grains.Members;
using Kayse.Grains.Scim;
using Kayse.Grains.Tokens;
using Microsoft.Extensions.Hosting;

namespace Kayse.Bench.Scim;

/// <summary>Leaves a company with a verified domain, for the web host to open, and a file with its SCIM token.</summary>
internal static class ScimCompany
{
    /// <summary>Its domain.</summary>
    public const string Domain = "directory.example";

    public static async Task<int> FillAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var companyId = EntityId.New(TimeProvider.System);
        var created = await host.Grains()
            .GetGrain<ICompanyGrain>(companyId)
            .CreateAsync(
                new SignUp(
                    "Law Offices of Eleanor Fitzgerald LLP",
                    "Eleanor Fitzgerald",
                    $"founder@{Domain}",
                    null,
                    null,
                    null,
                    EntityId.New(TimeProvider.System),
                    "none",
                    null,
                    FirstRunOnly: false
                )
            );
        await host.Grains().GetGrain<IDomainGrain>(Domain).ClaimAsync(companyId);
        var founder = new Actor(created.User.Id, "bench", IpAddress: null) { IsProved = true };
        var token = await host.Grains()
            .GetGrain<IScimDirectoryGrain>(companyId)
            .CreateTokenAsync(founder, new CreateScimToken(EntityId.New(TimeProvider.System), ExpiresAt: null));
        await File.WriteAllTextAsync(arguments.Tokens, token.Token);
        await host.StopAsync();
        return 0;
    }
}
