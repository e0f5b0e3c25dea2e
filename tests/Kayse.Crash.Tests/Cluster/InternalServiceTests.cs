using Kayse.Crash.Hosting;
using Kayse.Crash.Http;
using Kayse.Crash.Mail;

namespace Kayse.Crash.Cluster;

/// <summary>The sample of a service that joins the cluster as an Orleans client.</summary>
public sealed class InternalServiceTests : IAsyncLifetime
{
    private const string Password = "correct horse battery staple 9";
    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.NewAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task It_lets_a_live_session_do_what_it_may_and_refuses_the_rest()
    {
        var host = await _cluster.StartWebSiloAsync("silo");
        using var api = new ApiClient(host.Address);
        var company = await api.PostAsync(
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
        (await new PickupMailbox(_cluster.PickupDirectory).VerifyAsync(api, company.Text("user.id"))).ShouldBeTrue();
        var founder = company.Text("session.token");
        var member = new
        {
            fullName = "Cleo",
            email = "cleo@firm.example",
            role = "user",
            password = "a first password 7",
        };
        (await api.PostAsync("companies/current/members", founder, member)).IsSuccess.ShouldBeTrue();
        var restricted = (await api.PostAsync("auth/sign-in", null, new { member.email, member.password })).Text("session.token");
        await using var reader = await _cluster.NewReaderAsync("orleansquery", "kayse_member");

        (await Task.WhenAll(AskAsync(reader, founder), AskAsync(reader, restricted), AskAsync(reader, "no token"))).ShouldBe([
            (0, "Allowed: ada@firm.example of Firm, because of Role"),
            (1, "Refused: password_change_required"),
            (1, "Refused: unauthenticated"),
        ]);

        var user = (
            await api.PostAsync("me/password", restricted, new { currentPassword = member.password, newPassword = Password })
        ).Text("session.token");
        (await api.PostAsync("auth/sign-out", founder, null)).IsSuccess.ShouldBeTrue();
        (await Task.WhenAll(AskAsync(reader, founder), AskAsync(reader, user))).ShouldBe([
            (1, "Refused: session_ended"),
            (1, "Refused: cleo@firm.example of Firm, because of Permission"),
        ]);
    }

    private async Task<(int ExitCode, string Line)> AskAsync(DatabaseReader reader, string token)
    {
        var cluster = _cluster.Settings("service", HostProcess.InternalService);
        var settings = cluster with
        {
            Others = new Dictionary<string, string>(cluster.Others) { ["Kayse__Cluster__ConnectionString"] = reader.ConnectionString },
        };
        var (exitCode, line, errors) = await CommandProcess.AskAsync(settings, token, "crm.access");
        line.ShouldNotBeEmpty(errors);
        return (exitCode, line.TrimEnd());
    }
}
