using System.Diagnostics;
using System.Globalization;
using Kayse.Bench.Hosting;
using Kayse.Bench.Reports;
using Kayse.Grains.Companies;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Microsoft.Extensions.Hosting;

namespace Kayse.Bench.Members;

/// <summary>A company of 10,000 members: what a page costs, and what one more member does.</summary>
internal static class MemberBench
{
    private const int Usual = 10_000;
    private const int Adds = 50;
    private const int Pages = 200;

    private static readonly (string What, MemberFilter Filter)[] _pages =
    [
        ("first page by name", MemberFilter.Everybody),
        ("search in two words", MemberFilter.Everybody with { Search = "person 99" }),
        ("Users, last joined first", MemberFilter.Everybody with { Role = Role.User, Sort = MemberSort.JoinedAt, Descending = true }),
        ("by last activity", MemberFilter.Everybody with { Sort = MemberSort.LastActiveAt, Descending = true }),
    ];

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using var host = await BenchSilo.StartAsync(arguments);
        var (company, founder) = await FoundAsync(host);
        var accounts = company.AsReference<ICompanyAccountsGrain>();
        var few = await AddAsync(accounts, founder, from: 1, Adds);
        var count = arguments.Count == 0 ? Usual : arguments.Count;
        await AddAsync(accounts, founder, from: 1 + Adds, count - Adds);
        foreach (var (what, filter) in _pages)
            await ReportPagesAsync(company.AsReference<ICompanyMembersGrain>(), founder, what, filter, count, changeBetween: false);
        await ReportPagesAsync(
            company.AsReference<ICompanyMembersGrain>(),
            founder,
            "first page by name after each change",
            MemberFilter.Everybody,
            count,
            changeBetween: true
        );
        var many = await AddAsync(accounts, founder, from: count + 1, Adds);
        Row.Write(
            "A member added without a mail",
            Milliseconds(many),
            "as with 10",
            $"median of {Adds}, one after the other, with {Row.Count(count)} members; {Milliseconds(few)} with fewer than {Adds + 1}; durable"
        );
        Environment.Exit(0);
        return 0;
    }

    private static async Task<(ICompanyGrain Company, Actor Founder)> FoundAsync(IHost host)
    {
        var company = host.Grains().GetGrain<ICompanyGrain>(EntityId.New(TimeProvider.System));
        var created = await company.CreateAsync(
            new SignUp(
                "Law Offices of Eleanor Fitzgerald LLP",
                "Eleanor Fitzgerald",
                "founder@members.example",
                null,
                null,
                null,
                EntityId.New(TimeProvider.System),
                "none",
                null,
                FirstRunOnly: false
            )
        );
        await host.Grains().GetGrain<IUserEmailGrain>(created.User.Id).EmailProvedAsync(created.User.Email);
        return (company, new Actor(created.User.Id, "bench", IpAddress: null));
    }

    private static async Task<TimeSpan> AddAsync(ICompanyAccountsGrain company, Actor founder, int from, int count)
    {
        var times = new List<TimeSpan>(count);
        for (var number = from; number < from + count; number++)
        {
            var name = number.ToString(CultureInfo.InvariantCulture);
            var start = Stopwatch.GetTimestamp();
            await company.CreateMemberAsync(
                founder,
                new CreateMember(
                    EntityId.New(TimeProvider.System),
                    $"Person {name}",
                    $"person-{name}@members.example",
                    new(Role.User),
                    "none"
                )
                {
                    JobTitle = "Paralegal",
                }
            );
            times.Add(Stopwatch.GetElapsedTime(start));
            if (number % 1000 == 0)
                Row.Progress($"{Row.Count(number)} members");
        }

        return Median(times);
    }

    private static async Task ReportPagesAsync(
        ICompanyMembersGrain company,
        Actor founder,
        string what,
        MemberFilter filter,
        int count,
        bool changeBetween
    )
    {
        var times = new List<TimeSpan>(Pages);
        for (var i = 0; i < Pages; i++)
        {
            if (changeBetween)
                await company.UpdateMemberAsync(
                    founder,
                    founder.UserId,
                    new UpdateMember(JobTitle: new($"Partner {i.ToString(CultureInfo.InvariantCulture)}"))
                );
            var start = Stopwatch.GetTimestamp();
            await company.ListMembersAsync(founder, filter, new PageRequest(50, Cursor: null));
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        times.Sort();
        Row.Write(
            $"Page of 50 of {Row.Count(count)} members: {what}",
            Milliseconds(Median(times)),
            "20 ms",
            $"median of {Pages}; slowest {Milliseconds(times[^1])}; at the company's grain"
        );
    }

    private static TimeSpan Median(List<TimeSpan> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.00} ms");
}
