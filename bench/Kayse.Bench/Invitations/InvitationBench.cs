using System.Globalization;
using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Reports;
using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;

namespace Kayse.Bench.Invitations;

/// <summary>Invitations through the companies' grains. When one returns, invitation, expiry and mail are on disk.</summary>
internal static class InvitationBench
{
    private const string Aim = "5,000/s";

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var companies = await Task.WhenAll(Enumerable.Range(0, Clients.Usual).Select(number => InvitingCompany.CreateAsync(host.Grains(), number)));
        var spread = await Clients.RunAsync(Clients.Usual, arguments.Duration, client => companies[client].InviteAsync());
        var sent = MailSent(arguments);
        Row.Write("Invitations, 64 companies", Row.PerSecond(spread.PerSecond), Aim, Note(spread, $"a client each; by its end {Row.Count(sent)} mails had gone out"));
        var single = await Clients.RunAsync(Clients.Usual, arguments.Duration, _ => companies[0].InviteAsync());
        Row.Write("Invitations, one company", Row.PerSecond(single.PerSecond), "", Note(single, "64 clients of one grain, which takes one after the other"));
        // A host that stops waits for grains; the mails that are left don't matter here.
        Environment.Exit(0);
        return 0;
    }

    private static string Note(LoadResult result, string setting)
        => $"durable; {setting}; mail by pickup folder on the same disk, 16 outboxes with 4 at a time, in the background; {result.Times}";

    private static int MailSent(BenchArguments arguments)
    {
        var folder = Path.Combine(arguments.DataDirectory, "mail");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Count() : 0;
    }
}

/// <summary>A company whose founder invites one person after the other.</summary>
internal sealed class InvitingCompany(ICompanyGrain grain, Actor founder, int company)
{
    private int _invited;

    public static async Task<InvitingCompany> CreateAsync(IGrainFactory grains, int number)
    {
        var grain = grains.GetGrain<ICompanyGrain>(EntityId.New(TimeProvider.System));
        var created = await grain.CreateAsync(new SignUp(
            CompanyName: $"Law Offices No. {Text(number)} LLP",
            FullName: "Eleanor Fitzgerald",
            Email: $"founder@firm-{Text(number)}.example",
            PhoneNumber: null,
            PhoneCountry: null,
            TimeZone: null,
            UserId: EntityId.New(TimeProvider.System),
            PasswordHash: "none",
            ExistingUserId: null,
            FirstRunOnly: false));
        return new InvitingCompany(grain, new Actor(created.User.Id, "bench", IpAddress: null), number);
    }

    public Task InviteAsync() => grain.InviteAsync(founder, new InviteMember(
        InvitationId: EntityId.New(TimeProvider.System),
        FullName: "Dominic Castellano",
        Email: $"person-{Text(Interlocked.Increment(ref _invited))}@firm-{Text(company)}.example",
        Role: Role.User,
        PhoneNumber: null,
        PhoneCountry: null,
        JobTitle: "Paralegal",
        ScopeIds: null,
        Permissions: ["crm.access"],
        AgentIds: null));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
