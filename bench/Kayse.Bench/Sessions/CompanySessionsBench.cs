using System.Diagnostics;
using Kayse.Bench.Hosting;
using Kayse.Bench.Invitations;
using Kayse.Bench.Load;
using Kayse.Bench.Memory;
using Kayse.Bench.Reports;
using Kayse.Grains.Companies;
using Kayse.Grains.Lists;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Microsoft.Extensions.Hosting;

namespace Kayse.Bench.Sessions;

/// <summary>
/// One large company: 10,000 people signed in, and as many sign-ins of the last 90 days as are asked for, as its admins
/// look at them.
/// </summary>
internal static class CompanySessionsBench
{
    private const int People = 10_000;
    private const int Entries = 1_000_000;
    private const int Pages = 200;
    private const int AtOnce = 256;
    private static readonly TimeSpan _history = TimeSpan.FromDays(89);

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        var count = arguments.Count > 0 ? arguments.Count : Entries;
        InvitingCompany company;
        string[] people;
        using (var filling = await BenchSilo.StartAsync(arguments))
        {
            company = await InvitingCompany.CreateAsync(filling.Grains());
            people = await SignInAsync(filling.Grains(), company.Id);
            await FillAsync(filling.Grains(), company.Id, people, count);
            await filling.StopAsync();
        }

        using var host = await BenchSilo.StartAsync(arguments);
        await MeasureSessionsAsync(host.Grains(), company, people);
        await MeasureHistoryAsync(host.Grains(), company, people, count);
        await host.StopAsync();
        return 0;
    }

    private static async Task<string[]> SignInAsync(IGrainFactory grains, string companyId)
    {
        var people = new string[People];
        await Clients.RepeatAsync(
            People,
            AtOnce,
            async number =>
            {
                var id = people[number] = EntityId.New(TimeProvider.System);
                await grains
                    .GetGrain<IUserGrain>(id)
                    .RegisterAsync(
                        new RegisterUser(
                            SamplePeople.FullName(number),
                            SamplePeople.Email(number),
                            PhoneNumber: null,
                            PasswordHash: "none",
                            TimeZone: null
                        )
                    );
                await grains.GetGrain<IMembershipsGrain>(id).PutMembershipAsync(SamplePeople.Membership(number, companyId));
                await grains.GetGrain<ISignInGrain>(id).SignInAsync(SamplePeople.SignIn(number));
            }
        );
        Row.Progress($"{Row.Count(People)} people signed in");
        return people;
    }

    // Sessions of the past, told to the company as the user grains would have.
    private static async Task FillAsync(IGrainFactory grains, string companyId, string[] people, int count)
    {
        var sessions = grains.GetGrain<ICompanySessionsGrain>(companyId);
        var start = Stopwatch.GetTimestamp();
        await Clients.RepeatAsync(
            count,
            AtOnce,
            number =>
            {
                var at = DateTimeOffset.UtcNow - _history + (_history * ((double)number / count));
                var person = Random.Shared.Next(People);
                return sessions.StartedAsync(
                    new SessionStarted(
                        EntityId.New(TimeProvider.System),
                        people[person],
                        SamplePeople.FullName(person),
                        SamplePeople.Device(person),
                        at,
                        at.AddHours(12),
                        IsSwitch: false
                    )
                );
            }
        );
        Row.Write(
            "Sign-ins told to one company",
            Row.PerSecond(count / Stopwatch.GetElapsedTime(start).TotalSeconds),
            "",
            $"durable; {AtOnce} at once, {Row.Count(count)} in all; the history is written behind them"
        );
    }

    private static async Task MeasureSessionsAsync(IGrainFactory grains, InvitingCompany company, string[] people)
    {
        var first = await TimeAsync(() =>
            Company(grains, company).ListSessionsAsync(company.Founder, null, null, new PageRequest(50, null))
        );
        Row.Write(
            "First page of sessions after a restart",
            Milliseconds(first),
            "",
            $"{Row.Count(People)} live in one company; the sessions on it are read from disk as well"
        );
        await MeasureAsync(
            "Page of sessions",
            $"50 of {Row.Count(People)} live in one company, each looked at; pages in turn",
            Walk(cursor => Company(grains, company).ListSessionsAsync(company.Founder, null, null, new PageRequest(50, cursor)))
        );
        await MeasureAsync(
            "Sessions of one person",
            "likewise",
            async () =>
                await Company(grains, company)
                    .ListSessionsAsync(company.Founder, people[Random.Shared.Next(People)], null, new PageRequest(50, null))
        );
        await MeasureAsync(
            "Last use of everybody",
            $"{Row.Count(People)} people",
            async () => await grains.GetGrain<ICompanySessionsGrain>(company.Id).LastActiveAsync(null)
        );
    }

    private static async Task MeasureHistoryAsync(IGrainFactory grains, InvitingCompany company, string[] people, int count)
    {
        var before = MemoryUse.Now();
        var first = await TimeAsync(() =>
            Company(grains, company)
                .SearchSignInHistoryAsync(company.Founder, new SignInSearch(null, null, null, null, null), new PageRequest(50, null))
        );
        var after = MemoryUse.Now();
        Row.Write(
            "First page of sign-in history after a restart",
            $"{Milliseconds(first)}; then {Row.Count((after.Heap - before.Heap) / 1024.0)} KiB heap",
            "",
            $"{Row.Count(count)} entries"
        );
        await MeasureAsync(
            "Page of sign-in history",
            "50 entries and the total; pages in turn",
            Walk(cursor =>
                Company(grains, company)
                    .SearchSignInHistoryAsync(
                        company.Founder,
                        new SignInSearch(null, null, null, null, null),
                        new PageRequest(50, cursor)
                    )
            )
        );
        await MeasureAsync(
            "Page of sign-in history, of one person",
            "likewise; people at random",
            async () =>
                await Company(grains, company)
                    .SearchSignInHistoryAsync(
                        company.Founder,
                        new SignInSearch(people[Random.Shared.Next(People)], null, null, null, null),
                        new PageRequest(50, null)
                    )
        );
        await MeasureAsync(
            "Page of sign-in history, failures",
            "likewise; there are none",
            async () =>
                await Company(grains, company)
                    .SearchSignInHistoryAsync(
                        company.Founder,
                        new SignInSearch(null, null, SignInOutcome.Failure, null, null),
                        new PageRequest(50, null)
                    )
        );
    }

    private static IMemberSessionsGrain Company(IGrainFactory grains, InvitingCompany company) =>
        grains.GetGrain<IMemberSessionsGrain>(company.Id);

    // From page to page, and from the last to the first.
    private static Func<Task> Walk<T>(Func<string?, Task<Page<T>>> read)
    {
        string? cursor = null;
        return async () => cursor = (await read(cursor)).NextCursor;
    }

    private static async Task MeasureAsync(string what, string setting, Func<Task> read)
    {
        for (var i = 0; i < Pages / 4; i++)
            await read();
        var times = new List<TimeSpan>();
        for (var i = 0; i < Pages; i++)
            times.Add(await TimeAsync(read));
        times.Sort();
        Row.Write(what, $"p50 {Milliseconds(times[Pages / 2])}, p99 {Milliseconds(times[Pages * 99 / 100])}", "20 ms", setting);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static string Milliseconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalMilliseconds:0.0} ms");
}
