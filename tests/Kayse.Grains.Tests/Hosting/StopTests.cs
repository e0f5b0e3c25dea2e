using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>A single silo that stops while it is busy.</summary>
public sealed class StopTests
{
    private const int Clients = 32;

    // Calls for which Orleans would look for another silo take 30 seconds to fail.
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Calls_between_grains_do_not_hold_it_up()
    {
        await using var silo = await TestSilo.StartAsync();
        var firms = new List<Firm> { await Firm.FoundAsync(silo) };
        for (var number = 1; number < Clients; number++)
            firms.Add(await firms[0].AlsoFoundAsync($"Firm {number}"));
        var stopping = silo.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var clients = firms.Select(firm => Task.Run(() => InviteUntilItStopsAsync(firm, stopping))).ToList();

        await silo.StopAsync().WaitAsync(_limit);

        await Task.WhenAll(clients);
    }

    private static async Task InviteUntilItStopsAsync(Firm firm, CancellationToken stopping)
    {
        for (var number = 0; ; number++)
        {
            try
            {
                await firm.InviteAsync($"ben{number}@client.example");
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }
}
