using System.Collections.Concurrent;
using System.Text.Json;
using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Kayse.Grains.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Grains.Tests.Members;

/// <summary>
/// 10,000 members: what a change costs doesn't grow with their number, and no record grows past what storage holds.
/// </summary>
public sealed class RosterSizeTests
{
    private const int RecordLimit = 512 * 1024;
    private const int Many = 10_000;
    private const int Segment = 24;
    private static readonly string _wide = new('ж', 200);

    [Fact]
    public async Task The_10001st_member_is_added_with_the_writes_of_the_10th()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var few = await WritesAsync(firm, 10);
        await FillAsync(firm);
        (await firm.Members.ListMembersAsync(firm.Founder, Firm.AllOfIt)).Total.ShouldBe(Many + 1);
        var many = await WritesAsync(firm, Many);

        many.Select(write => write.State).ShouldBe(few.Select(write => write.State), ignoreOrder: true);
        many.Count(write => write.State == "members").ShouldBe(1);
        many.ShouldAllBe(write => write.Bytes < RecordLimit);
    }

    [Fact]
    public async Task A_page_of_10000_members_is_found_sorted_and_cut()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await FillAsync(firm);
        var seen = new HashSet<string>();
        PageRequest? next = new(200, null);
        while (next is not null)
        {
            var page = await firm.Members.ListMembersAsync(
                firm.Founder,
                MemberFilter.Everybody with
                {
                    Sort = MemberSort.JoinedAt,
                    Descending = true,
                },
                next
            );
            page.Total.ShouldBe(Many + 1);
            page.Items.ShouldAllBe(member => seen.Add(member.UserId));
            next = page.NextCursor is { } cursor ? new PageRequest(200, cursor) : null;
        }

        seen.Count.ShouldBe(Many + 1);
        (
            await firm.Members.ListMembersAsync(
                firm.Founder,
                MemberFilter.Everybody with
                {
                    Search = "person 4711",
                    Role = Role.User,
                },
                Firm.AllOfIt
            )
        ).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_largest_members_fit_a_record_with_one_who_has_changed()
    {
        var agents = Enumerable.Range(0, 200).Select(number => $"{number:d4}{new string('a', 33)}").ToList();
        var largest = Largest(agents);
        Should.NotThrow(() => AgentRules.CheckSize(new FieldErrors(), largest.Access.AgentIds, largest.Access.AgentOverrides));
        var before = Largest([.. agents.Select(id => id.Replace('a', 'b'))]);
        var audit = new CompanyAudit("company", new AuditActor("actor", _wide), Command: null, TimeProvider.System);
        var announcement = new Announce(audit.MemberUpdated(before, largest), []);
        var segment = new SegmentState<MemberRecord>
        {
            Items = [.. Enumerable.Repeat(largest, Segment - 1), largest with { Pending = [announcement] }],
        };

        JsonSerializer.SerializeToUtf8Bytes(segment, StateJson.Options).Length.ShouldBeLessThan(RecordLimit);
    }

    [Fact]
    public void Agents_that_are_too_much_together_are_refused()
    {
        var errors = new FieldErrors();
        AgentRules.CheckSize(
            errors,
            [.. Enumerable.Range(0, 200).Select(number => $"{number:d4}{new string('a', 40)}")],
            AgentOverride.None
        );

        Should.Throw<RefusedException>(errors.ThrowIfAny).Code.ShouldBe("validation_failed");
    }

    private static MemberRecord Largest(IReadOnlyList<string> agentIds) =>
        new()
        {
            UserId = new string('u', 26),
            FullName = _wide,
            Email = new string('e', 254),
            PhoneNumber = "+4915112000001",
            JobTitle = _wide,
            Access = new()
            {
                ScopeIds = [.. Enumerable.Range(0, 200).Select(number => $"{number:d26}")],
                Permissions = Permissions.All,
                AgentIds = agentIds,
            },
        };

    private static async Task<List<(string State, int Bytes)>> WritesAsync(Firm firm, int number)
    {
        var writes = new ConcurrentQueue<(string, int)>();
        firm.Silo.Crash.Written = (name, _, state) =>
            writes.Enqueue((name.Split('-')[0], JsonSerializer.SerializeToUtf8Bytes(state, state!.GetType(), StateJson.Options).Length));
        await firm.CreateAsync($"one-more{number}@firm.example");
        firm.Silo.Crash.Written = (_, _, _) => { };
        return [.. writes];
    }

    // Straight into storage: what is there when the company is next asked.
    private static async Task FillAsync(Firm firm)
    {
        var present = await firm.Members.ListMembersAsync(firm.Founder, Firm.AllOfIt);
        await firm.Silo.RestartAsync();
        var storage = firm.Silo.Services.GetRequiredKeyedService<IGrainStorage>("grains");
        var grain = GrainId.Create("company", firm.CompanyId);
        var first = new GrainState<SegmentState<MemberRecord>>(new SegmentState<MemberRecord>());
        await storage.ReadStateAsync("members-000000", grain, first);
        var people = Enumerable.Range(0, Many + 1 - present.Total).Select(PersonOf).ToList();
        var room = Segment - present.Total;
        first.State!.Items.AddRange(people.Take(room));
        await storage.WriteStateAsync("members-000000", grain, first);
        foreach (var (some, number) in people.Skip(room).Chunk(Segment).Select((some, number) => (some, number + 1)))
            await storage.WriteStateAsync(
                $"members-{number:d6}",
                grain,
                new GrainState<SegmentState<MemberRecord>>(new SegmentState<MemberRecord> { Items = [.. some] })
            );
    }

    private static MemberRecord PersonOf(int number) =>
        new()
        {
            UserId = $"person-{number:d6}",
            FullName = $"Person {number}",
            Email = $"person{number}@firm.example",
            JobTitle = number % 2 == 0 ? "Paralegal" : "Associate",
            JoinedAt = DateTimeOffset.UnixEpoch.AddMinutes(number % 1000),
        };
}
