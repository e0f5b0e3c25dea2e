using System.Globalization;
using Kayse.Crash.Http;
using Xunit.Abstractions;

namespace Kayse.Crash.Cluster;

/// <summary>
/// Two silos on one PostgreSQL database. KAYSE_CRASH_SEED and KAYSE_CLUSTER_KILLS as in the test of one host.
/// </summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    private const string Password = "correct horse battery staple 9";

    [Fact]
    public async Task A_silo_that_is_killed_under_load_takes_nothing_with_it_that_was_acknowledged()
    {
        await using var cluster = await TestCluster.NewAsync();
        var seed = Setting("KAYSE_CRASH_SEED", Random.Shared.Next(1_000_000));
        await new ClusterRun(seed, cluster, output).RunAsync(Setting("KAYSE_CLUSTER_KILLS", 2));
    }

    [Fact]
    public async Task What_is_revoked_through_one_silo_is_refused_by_the_other_on_the_next_request()
    {
        await using var cluster = await TestCluster.NewAsync();
        var hosts = await Task.WhenAll(cluster.StartWebSiloAsync("here"), cluster.StartWebSiloAsync("there"));
        using var here = new ApiClient(hosts[0].Address);
        using var there = new ApiClient(hosts[1].Address);
        var founder = await here.PostAsync(
            "companies",
            null,
            new
            {
                companyName = "Firm",
                fullName = "Ada",
                email = "ada@firm.example",
                password = Password,
            }
        );
        for (var n = 0; n < 40; n++)
        {
            var (one, other) = n % 2 == 0 ? (here, there) : (there, here);
            var session = await one.PostAsync("auth/sign-in", null, new { email = "ada@firm.example", password = Password });
            (await other.GetAsync("session", session.Text("session.token"))).Status.ShouldBe(200);

            (
                await one.SendAsync(
                    new Call(HttpMethod.Delete, $"me/sessions/{session.Text("session.id")}", founder.Text("session.token"))
                )
            ).IsSuccess.ShouldBeTrue();

            (await other.GetAsync("session", session.Text("session.token"))).Code.ShouldBe("session_ended");
            (await one.GetAsync("session", session.Text("session.token"))).Code.ShouldBe("session_ended");
        }
    }

    [Fact]
    public async Task A_silo_that_is_told_to_stop_hands_its_grains_over_at_once()
    {
        await using var cluster = await TestCluster.NewAsync();
        var (silos, web) = await cluster.StartAsync();
        using var api = new ApiClient(web.Address);
        var sessions = new List<string>();
        for (var n = 0; n < 20; n++)
            sessions.Add(
                (
                    await api.PostAsync(
                        "companies",
                        null,
                        new
                        {
                            companyName = "Firm",
                            fullName = "Ada",
                            email = $"ada{n}@firm.example",
                            password = Password,
                        }
                    )
                ).Text("session.token")
            );

        var stopping = silos[0].StopAsync();
        while (!stopping.IsCompleted)
            await AllAreLiveAsync(api, sessions);

        (await stopping).ShouldBe(0);
        await AllAreLiveAsync(api, sessions);
    }

    private static async Task AllAreLiveAsync(ApiClient api, IEnumerable<string> sessions)
    {
        foreach (var token in sessions)
        {
            var status = (await api.GetAsync("session", token)).Status;
            // A request that meets a silo just as it goes may be told to come again.
            if (status == 503)
                status = (await api.GetAsync("session", token)).Status;
            status.ShouldBe(200);
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
