using System.Diagnostics;
using System.Globalization;
using Kayse.Crash.Http;
using Kayse.Crash.Mail;
using Xunit.Abstractions;

namespace Kayse.Crash.Cluster;

/// <summary>Two silos on one Azure Storage account.</summary>
public sealed class AzureClusterTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Password = "correct horse battery staple 9";
    private readonly TestCluster _cluster = TestCluster.NewOnAzure();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task What_is_done_through_one_silo_holds_on_the_other_and_outlives_it()
    {
        var first = await _cluster.StartWebSiloAsync("here");
        using var here = new ApiClient(first.Address);
        using var there = new ApiClient((await _cluster.StartWebSiloAsync("there")).Address);
        var founded = await here.PostAsync(
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
        var founder = founded.Text("session.token");
        (await new PickupMailbox(_cluster.PickupDirectory).VerifyAsync(here, founded.Text("user.id"))).ShouldBeTrue();
        var invitation = (
            await here.PostAsync(
                "companies/current/invitations",
                founder,
                new
                {
                    fullName = "Ben",
                    email = "ben@firm.example",
                    role = "user",
                }
            )
        ).Text("invitation.id");
        var accepted = await there.PostAsync(
            "invitations/accept",
            null,
            new { token = await TokenOfAsync(invitation), password = Password }
        );
        accepted.Status.ShouldBe(200);

        for (var n = 0; n < 10; n++)
        {
            var (one, other) = n % 2 == 0 ? (here, there) : (there, here);
            var session = await one.PostAsync("auth/sign-in", null, new { email = "ben@firm.example", password = Password });
            (await other.GetAsync("session", session.Text("session.token"))).Status.ShouldBe(200);

            (
                await one.SendAsync(
                    new Call(HttpMethod.Delete, $"me/sessions/{session.Text("session.id")}", accepted.Text("session.token"))
                )
            ).IsSuccess.ShouldBeTrue();

            (await other.GetAsync("session", session.Text("session.token"))).Code.ShouldBe("session_ended");
        }

        var business = new FirmBusiness(founded.Text("user.id"), founder);
        await business.SetUpAsync(here);
        var known = (await business.ReadAsync(there)).ShouldNotBeNull();
        (await business.ReadAsync(here)).ShouldBe(known);
        first.Kill();
        await EveryoneIsAnsweredAsync(there, [founder, accepted.Text("session.token")]);
        (await OnceAsync(() => business.ReadAsync(there))).ShouldBe(known);
        await business.GoOnAsync(there);
    }

    private async Task EveryoneIsAnsweredAsync(ApiClient api, IReadOnlyList<string> tokens)
    {
        var watch = Stopwatch.StartNew();
        foreach (var token in tokens)
        {
            while ((await api.GetAsync("session", token)).Status != 200)
            {
                watch.Elapsed.ShouldBeLessThan(TestCluster.SilenceLimit + TimeSpan.FromSeconds(30));
                await Task.Delay(50);
            }
        }

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Every session answered {watch.Elapsed.TotalSeconds:f1} s after the kill.")
        );
    }

    private static async Task<T> OnceAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } found)
                return found;
            watch.Elapsed.ShouldBeLessThan(TestCluster.SilenceLimit + TimeSpan.FromSeconds(30));
            await Task.Delay(50);
        }
    }

    private async Task<string> TokenOfAsync(string invitation)
    {
        var mailbox = new PickupMailbox(_cluster.PickupDirectory);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (mailbox.TokensOf(invitation).Count == 0)
            await Task.Delay(20, patience.Token);
        return mailbox.TokensOf(invitation)[0];
    }
}
