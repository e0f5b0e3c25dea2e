using System.Globalization;
using Kayse.Crash.Checks;
using Kayse.Crash.Hosting;
using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;
using Kayse.Crash.Mail;
using Xunit.Abstractions;

namespace Kayse.Crash.Team;

/// <summary>
/// Kills the host while admins change what members are, and members their passwords, second factors and API keys. See
/// <see cref="CrashTests"/> for the settings.
/// </summary>
public sealed class TeamCrashTests(ITestOutputHelper output)
{
    private const int Clients = 16;
    private readonly int _seed = CrashTests.Setting("KAYSE_CRASH_SEED", Random.Shared.Next(1_000_000));
    private readonly Journal _journal = new();

    [Fact]
    public async Task What_was_acknowledged_about_members_survives_kills_and_holds_in_every_session()
    {
        output.WriteLine($"KAYSE_CRASH_SEED={_seed.ToString(CultureInfo.InvariantCulture)}");
        var settings = new HostSettings(Directory.CreateTempSubdirectory("kayse-crash-team-").FullName);
        var random = new Random(_seed);
        IReadOnlyList<TeamClient> clients = [];
        (Company Company, Dictionary<string, string> Scopes)? firm = null;
        var kills = CrashTests.Setting("KAYSE_CRASH_KILLS", 8);
        for (_journal.Round = 1; _journal.Round <= kills + 1; _journal.Round++)
        {
            using var host = await HostProcess.StartAsync(settings);
            using var api = new ApiClient(host.Address);
            if (firm is null)
            {
                firm = await FoundAsync(api, new PickupMailbox(settings.PickupDirectory));
                clients =
                [
                    .. Enumerable
                        .Range(0, Clients)
                        .Select(number => new TeamClient(number, _seed, firm.Value.Company, firm.Value.Scopes, _journal)),
                ];
                await Task.WhenAll(clients.Select(client => client.HireAsync(api)));
            }

            var check = new TeamCheck(firm.Value.Company, firm.Value.Scopes, _journal, new Patience(TimeProvider.System));
            await Task.WhenAll(clients.Select(client => check.RunAsync(api, client.Mate)));
            await CheckChainAsync(api, firm.Value.Company);
            ThrowIfWrong(host, settings);
            if (_journal.Round > kills)
                break;
            await Task.WhenAll(clients.Select(client => client.ResumeAsync(api)));
            await LoadAndKillAsync(host, api, clients, random.Next(20, 300));
            ThrowIfWrong(host, settings);
        }

        output.WriteLine(_journal.Summary());
        Directory.Delete(settings.DataDirectory, recursive: true);
    }

    private static async Task<(Company Company, Dictionary<string, string> Scopes)> FoundAsync(ApiClient api, Mailbox mailbox)
    {
        var signedUp = await api.PostAsync(
            "companies",
            null,
            new
            {
                companyName = "Team Law",
                fullName = "Ada Vale",
                email = "ada@team.example",
                password = Person.Password,
            }
        );
        var admin = new Person(signedUp.Text("user.id"), "Ada Vale", "ada@team.example");
        (await mailbox.VerifyAsync(api, admin.UserId)).ShouldBeTrue();
        var company = new Company(signedUp.Text("company.id"), "Team Law", admin) { Token = signedUp.Text("session.token") };
        var scopes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var caseType in new[] { "family", "injury" })
            scopes[
                (
                    await api.PostAsync($"{company.Path}/scopes", company.Token, new { name = caseType, caseTypes = new[] { caseType } })
                ).Text("id")
            ] = caseType;
        return (company, scopes);
    }

    private async Task LoadAndKillAsync(HostProcess host, ApiClient api, IReadOnlyList<TeamClient> clients, int acknowledgements)
    {
        var left = acknowledgements;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"round {_journal.Round}: started in {host.StartedIn.TotalMilliseconds:f0} ms, killed after {left} acknowledgements"
            )
        );
        await Task.WhenAll(
            clients.Select(client =>
                Task.Run(() =>
                    client.RunAsync(
                        api,
                        () =>
                        {
                            if (Interlocked.Decrement(ref left) == 0)
                                host.Kill();
                        }
                    )
                )
            )
        );
        if (left > 0)
            _journal.Complain("", "the host was gone before it was killed");
        await host.EndedAsync();
    }

    private async Task CheckChainAsync(ApiClient api, Company company)
    {
        var verification = await api.GetAsync($"{company.Path}/audit-log/verification", company.Token);
        if (verification.Text("intact") != bool.TrueString)
            _journal.Complain("", $"the audit log's chain doesn't hold: {verification.Body}");
    }

    private void ThrowIfWrong(HostProcess host, HostSettings settings)
    {
        foreach (var fault in host.Log.Faults)
            _journal.Complain("", $"the host reported {fault}");
        _journal.ThrowIfAnyComplaint(
            $"seed {_seed.ToString(CultureInfo.InvariantCulture)}, {settings.DataDirectory}\nlast lines of the host:\n{host.Log}"
        );
    }
}
