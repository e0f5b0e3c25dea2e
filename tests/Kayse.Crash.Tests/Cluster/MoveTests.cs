using Kayse.Crash.Hosting;
using Kayse.Crash.Http;
using Kayse.Crash.Mail;

namespace Kayse.Crash.Cluster;

/// <summary>An installation moves from a file to a cluster on PostgreSQL and back, by the commands for it.</summary>
public sealed class MoveTests : IAsyncLifetime
{
    private const string Password = "correct horse battery staple 9";
    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.NewAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_firm_finds_everything_in_the_cluster_and_everything_of_the_cluster_back_home()
    {
        var (home, cluster, back) = (_cluster.Apart("home"), _cluster.Settings("cluster", HostProcess.WebHost), _cluster.Apart("back"));
        var (session, invitation) = ("", "");
        FirmBusiness business = null!;
        IReadOnlyList<string>? known = null;
        await InAsync(
            home,
            async api =>
            {
                var founded = await api.PostAsync(
                    "companies",
                    null,
                    new
                    {
                        companyName = "Firm",
                        fullName = "Ada",
                        email = "abc+tag@firm.example",
                        password = Password,
                    }
                );
                session = founded.Text("session.token");
                var mailbox = new PickupMailbox(home.PickupDirectory);
                (await mailbox.VerifyAsync(api, founded.Text("user.id"))).ShouldBeTrue();
                invitation = await InviteAsync(api, session, "0abc+tag@firm.example", mailbox);
                business = new FirmBusiness(founded.Text("user.id"), session);
                await business.SetUpAsync(api);
                known = (await business.ReadAsync(api)).ShouldNotBeNull();
            }
        );

        await MoveAsync(home, cluster);
        await InAsync(
            cluster,
            async api =>
            {
                (await api.GetAsync("session", session)).Text("user.email").ShouldBe("abc+tag@firm.example");
                (await SignInAsync(api, "abc+tag@firm.example")).Status.ShouldBe(200);
                (await business.ReadAsync(api)).ShouldBe(known);
                await business.GoOnAsync(api);
                known = await business.ReadAsync(api);
                (await api.PostAsync("invitations/accept", null, new { token = invitation, password = Password })).Status.ShouldBe(200);
                invitation = await InviteAsync(api, session, "eve@firm.example", new PickupMailbox(_cluster.PickupDirectory));
            }
        );

        await MoveAsync(cluster, back);
        await InAsync(
            back,
            async api =>
            {
                (await api.GetAsync("session", session)).Status.ShouldBe(200);
                (await business.ReadAsync(api)).ShouldBe(known);
                (await SignInAsync(api, "0abc+tag@firm.example")).Status.ShouldBe(200);
                (await api.GetAsync("companies/current/members", session)).Text("total").ShouldBe("2");
                (await api.PostAsync("invitations/accept", null, new { token = invitation, password = Password })).Status.ShouldBe(200);
            }
        );
    }

    [Fact]
    public async Task A_cluster_that_holds_something_is_not_imported_into()
    {
        var (home, cluster) = (_cluster.Apart("home"), _cluster.Settings("cluster", HostProcess.WebHost));
        await InAsync(home, api => FoundAsync(api, "ada@firm.example"));
        await InAsync(cluster, api => FoundAsync(api, "eve@firm.example"));

        (await Should.ThrowAsync<InvalidOperationException>(() => MoveAsync(home, cluster))).Message.ShouldContain("not empty");

        await InAsync(cluster, async api => (await SignInAsync(api, "eve@firm.example")).Status.ShouldBe(200));
    }

    [Fact]
    public async Task A_cluster_at_work_is_neither_exported_nor_imported_into()
    {
        using var host = await HostProcess.StartAsync(_cluster.Settings("cluster", HostProcess.WebHost));

        foreach (var verb in new[] { "export", "import" })
        {
            var command = CommandProcess.RunAsync(_cluster.Settings("other", HostProcess.WebHost), verb, "file.jsonl");
            (await Should.ThrowAsync<InvalidOperationException>(() => command)).Message.ShouldContain("still running");
        }
    }

    private async Task MoveAsync(HostSettings from, HostSettings to)
    {
        var file = Path.Combine(_cluster.Apart("files").DataDirectory, $"{Guid.NewGuid():n}.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var exported = await CommandProcess.RunAsync(from, "export", file);
        (await CommandProcess.RunAsync(to, "import", file)).ShouldBe(exported.Replace("Exported", "Imported", StringComparison.Ordinal));
    }

    private static async Task InAsync(HostSettings settings, Func<ApiClient, Task> use)
    {
        using var host = await HostProcess.StartAsync(settings);
        using (var api = new ApiClient(host.Address))
            await use(api);
        (await host.StopAsync()).ShouldBe(0);
    }

    private static Task<Answer> SignInAsync(ApiClient api, string email) =>
        api.PostAsync("auth/sign-in", null, new { email, password = Password });

    private static async Task FoundAsync(ApiClient api, string email) =>
        (
            await api.PostAsync(
                "companies",
                null,
                new
                {
                    companyName = "Firm",
                    fullName = "Ada",
                    email,
                    password = Password,
                }
            )
        ).Status.ShouldBe(201);

    /// <summary>The token of the link that the invitee gets.</summary>
    private static async Task<string> InviteAsync(ApiClient api, string session, string email, PickupMailbox mailbox)
    {
        var id = (
            await api.PostAsync(
                "companies/current/invitations",
                session,
                new
                {
                    fullName = "Ben",
                    email,
                    role = "user",
                }
            )
        ).Text("invitation.id");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (mailbox.TokensOf(id).Count == 0)
            await Task.Delay(20, patience.Token);
        return mailbox.TokensOf(id)[0];
    }
}
