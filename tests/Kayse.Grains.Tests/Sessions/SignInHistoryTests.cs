using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Grains.Tests.Sessions;

/// <summary>How people signed in to a company, or failed to.</summary>
public sealed class SignInHistoryTests
{
    private const int FailuresOfOne = 3;
    private const int FailuresOfAll = 500;
    private static readonly ClientDevice _device = new(DeviceKinds.Desktop, "Firefox", "Windows", "203.0.113.7") { Location = "Germany" };

    [Fact]
    public async Task Sign_ins_and_failures_are_told_latest_first()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var signedIn = await firm.User(firm.Founder.UserId).SignInAsync(new SignIn(1, firm.CompanyId, _device, false));
        var first = silo.Clock.GetUtcNow();
        silo.Clock.Advance(TimeSpan.FromMinutes(5));
        await firm.User(firm.Founder.UserId).SignIns.SignInFailedAsync(SignInFailure.WrongPassword, _device);

        await CrashScenario.EventuallyAsync(async () => (await ListAsync(firm)).Total.ShouldBe(2));
        var entries = (await ListAsync(firm)).Items;

        entries[0]
            .ShouldBe(
                new SignInEntry(
                    entries[0].Id,
                    silo.Clock.GetUtcNow(),
                    SignInOutcome.Failure,
                    SignInFailure.WrongPassword,
                    firm.Founder.UserId,
                    "Ada Founder",
                    null,
                    _device,
                    1,
                    silo.Clock.GetUtcNow()
                )
                {
                    Email = "ada@firm.example",
                }
            );
        entries[1]
            .ShouldBe(
                new SignInEntry(
                    entries[1].Id,
                    first,
                    SignInOutcome.Success,
                    null,
                    firm.Founder.UserId,
                    "Ada Founder",
                    signedIn.Session.Id,
                    _device,
                    1,
                    first
                )
                {
                    Email = "ada@firm.example",
                }
            );
    }

    [Fact]
    public async Task Who_is_deactivated_everywhere_fails_for_that_reason()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ben = await firm.JoinAsync("ben@else.example");
        await firm.User(ben.UserId)
            .Memberships.PutMembershipAsync(
                new Membership(firm.CompanyId, "Firm", long.MaxValue, Role.User, [], null, MemberStatus.Deactivated)
            );

        (await Refused.CodeAsync(() => firm.SignInAsync(ben.UserId))).ShouldBe("invalid_credentials");

        await CrashScenario.EventuallyAsync(async () =>
            (await ListAsync(firm, ben.UserId)).Items.ShouldHaveSingleItem().Failure.ShouldBe(SignInFailure.Deactivated)
        );
    }

    [Fact]
    public async Task Entries_are_found_by_person_and_outcome()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ben = await firm.JoinAsync("ben@else.example");
        await firm.SignInAsync(firm.Founder.UserId);
        await firm.SignInAsync(ben.UserId);
        await firm.User(ben.UserId).SignIns.SignInFailedAsync(SignInFailure.WrongPassword, _device);
        await CrashScenario.EventuallyAsync(async () => (await ListAsync(firm)).Total.ShouldBe(3));

        (await ListAsync(firm, ben.UserId)).Total.ShouldBe(2);
        (await ListAsync(firm, ben.UserId, SignInOutcome.Success)).Items.ShouldHaveSingleItem().UserId.ShouldBe(ben.UserId);
        (await ListAsync(firm, null, SignInOutcome.Failure)).Total.ShouldBe(1);
        (await ListAsync(firm, "nobody")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Thousands_of_entries_are_paged_filtered_and_there_after_a_restart()
    {
        // More than one block of keys, and a segment begun.
        const int Many = 4_200;
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var ids = await SignInManyAsync(firm, Many);
        await ShouldHaveAllAsync();

        await silo.RestartAsync();
        await ShouldHaveAllAsync();

        async Task ShouldHaveAllAsync()
        {
            var seen = new List<string>();
            string? cursor = null;
            do
            {
                var page = await firm.MemberSessions.SearchSignInHistoryAsync(
                    firm.Founder,
                    new SignInSearch(null, null, null, null, null),
                    new PageRequest(200, cursor)
                );
                page.Total.ShouldBe(Many);
                seen.AddRange(page.Items.Select(entry => entry.SessionId!));
                cursor = page.NextCursor;
            } while (cursor is not null);
            seen.Order().ShouldBe(ids.Order());
            var ofOne = await ListAsync(firm, "person-7");
            ofOne.Total.ShouldBe(Many / 100);
            ofOne.Items.ShouldAllBe(entry => entry.UserId == "person-7" && entry.FullName == "Person 7");
        }
    }

    [Fact]
    public async Task Repeated_failure_is_one_entry_with_a_count()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        for (var i = 0; i < 50; i++)
        {
            await FailAsync(firm, firm.Founder.UserId, "203.0.113.7");
            await HasFailuresAsync(firm, i + 1);
            silo.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var entry = (await ListAsync(firm)).Items.ShouldHaveSingleItem();
        (entry.Count, entry.LastAt - entry.At).ShouldBe((50, TimeSpan.FromSeconds(490)));

        silo.Clock.Advance(TimeSpan.FromHours(1));
        await FailAsync(firm, firm.Founder.UserId, "203.0.113.7");
        await HasFailuresAsync(firm, 51);
        (await ListAsync(firm)).Items.Select(found => found.Count).ShouldBe([1, 50]);
    }

    [Fact]
    public async Task Failure_that_is_told_late_is_not_the_last()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var now = silo.Clock.GetUtcNow();
        foreach (var (at, count) in new[] { (now, 1), (now.AddSeconds(20), 2), (now.AddSeconds(10), 3) })
        {
            await Sessions(firm).FailedAsync(new SignInFailed(firm.Founder.UserId, "Somebody", SignInFailure.WrongPassword, _device, at));
            await HasFailuresAsync(firm, count);
        }

        (await ListAsync(firm)).Items.ShouldHaveSingleItem().LastAt.ShouldBe(now.AddSeconds(20));
    }

    [Fact]
    public async Task Failures_of_one_person_from_everywhere_are_a_few_entries_with_counts()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        for (var i = 0; i < 1_000; i++)
            await FailAsync(firm, firm.Founder.UserId, $"203.0.{i / 250}.{i % 250}");

        await HasFailuresAsync(firm, 1_000);
        (await ListAsync(firm)).Items.Count.ShouldBe(FailuresOfOne);
    }

    [Fact]
    public async Task Failures_of_very_many_people_are_in_the_end_one_entry_that_names_nobody()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        for (var i = 0; i < FailuresOfAll + 300; i++)
            await FailAsync(firm, $"person-{i}", "203.0.113.7");
        await CrashScenario.EventuallyAsync(async () =>
            (await ListAsync(firm)).Items.Select(entry => entry.Count).Take(1).ShouldBe([300])
        );

        var page = await ListAsync(firm);

        page.Total.ShouldBe(FailuresOfAll + 1);
        (page.Items[0].UserId, page.Items[0].FullName, page.Items[0].Count).ShouldBe((null, null, 300));
        (await ListAsync(firm, page.Items[^1].UserId!)).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Entry_is_told_for_90_days_and_then_dropped_from_the_disk()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await SignInManyAsync(firm, 130);
        silo.Clock.Advance(TimeSpan.FromDays(90));
        (await ListAsync(firm)).Total.ShouldBe(130);
        await firm.SignInAsync(firm.Founder.UserId);

        silo.Clock.Advance(TimeSpan.FromSeconds(1));

        (await ListAsync(firm)).Total.ShouldBe(1);
        await CrashScenario.WhileTimePassesAsync(
            silo,
            TimeSpan.FromDays(1),
            async () =>
            {
                (await IsStoredAsync(silo, firm, "history-000000")).ShouldBeFalse();
                (await IsStoredAsync(silo, firm, "history-000001")).ShouldBeFalse();
            }
        );
        await silo.RestartAsync();
        (await ListAsync(firm)).Items.ShouldHaveSingleItem().UserId.ShouldBe(firm.Founder.UserId);
    }

    [Fact]
    public async Task Erased_person_is_nobody_in_the_history()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await SignInManyAsync(firm, 500);
        await FailAsync(firm, "person-7", "203.0.113.9");
        await CrashScenario.EventuallyAsync(async () => (await ListAsync(firm)).Total.ShouldBe(501));

        await Sessions(firm).EraseAsync("person-7");
        await Sessions(firm).EraseAsync("person-7");

        await ShouldBeErasedAsync();
        await silo.RestartAsync();
        await ShouldBeErasedAsync();

        async Task ShouldBeErasedAsync()
        {
            (await ListAsync(firm, "person-7")).Total.ShouldBe(0);
            var page = await ListAsync(firm);
            page.Total.ShouldBe(501);
            var erased = page.Items.Where(entry => entry.UserId is null).ToList();
            erased.ShouldNotBeEmpty();
            erased.ShouldAllBe(entry => entry.FullName == null && entry.SessionId == null && entry.Device == ClientDevice.Unknown);
            (await Sessions(firm).LastActiveAsync(["person-7"])).ShouldBeEmpty();
            (await Sessions(firm).ListAsync(new CompanySessionFilter(["person-7"]), Firm.AllOfIt)).Total.ShouldBe(0);
        }
    }

    [Fact]
    public async Task No_record_comes_near_what_storage_takes()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await SignInManyAsync(firm, 4_100);
        await ListAsync(firm);
        silo.Clock.Advance(TimeSpan.FromSeconds(6));

        await CrashScenario.EventuallyAsync(async () =>
        {
            await using var database = new SqliteConnection($"Data Source={Path.Combine(silo.DataDirectory, "kayse.db")};Mode=ReadOnly");
            await database.OpenAsync();
            await using var query = database.CreateCommand();
            query.CommandText =
                "SELECT max(length(payload)), max(state_name = 'history-block-000000') FROM grain_state "
                + "WHERE grain_type = 'company-sessions'";
            await using var row = await query.ExecuteReaderAsync();
            (await row.ReadAsync()).ShouldBeTrue();
            row.GetInt64(1).ShouldBe(1);
            row.GetInt64(0).ShouldBeInRange(1_000, 128 * 1024);
        });
    }

    /// <summary>
    /// Sign-ins of a hundred people in turn, told to the company as the user grains would; answers the sessions.
    /// </summary>
    private static async Task<IReadOnlyList<string>> SignInManyAsync(Firm firm, int count)
    {
        var now = firm.Silo.Clock.GetUtcNow();
        var started = Enumerable
            .Range(0, count)
            .Select(i => new SessionStarted(
                EntityId.New(firm.Silo.Clock),
                $"person-{i % 100}",
                $"Person {i % 100}",
                _device,
                now,
                now.AddHours(12),
                false
            ))
            .ToList();
        await Task.WhenAll(started.Select(Sessions(firm).StartedAsync));
        return [.. started.Select(session => session.SessionId)];
    }

    private static Task FailAsync(Firm firm, string userId, string address) =>
        Sessions(firm)
            .FailedAsync(
                new SignInFailed(
                    userId,
                    "Somebody",
                    SignInFailure.WrongPassword,
                    _device with
                    {
                        IpAddress = address,
                    },
                    firm.Silo.Clock.GetUtcNow()
                )
            );

    private static Task HasFailuresAsync(Firm firm, int count) =>
        CrashScenario.EventuallyAsync(async () => (await ListAsync(firm)).Items.Sum(entry => entry.Count).ShouldBe(count));

    private static async Task<bool> IsStoredAsync(TestSilo silo, Firm firm, string record)
    {
        var stored = new GrainState<SignInSegmentState>(new SignInSegmentState());
        await silo
            .Services.GetRequiredKeyedService<IGrainStorage>("grains")
            .ReadStateAsync(record, GrainId.Create("company-sessions", firm.CompanyId), stored);
        return stored.RecordExists;
    }

    private static ICompanySessionsGrain Sessions(Firm firm) => firm.Silo.Grains.GetGrain<ICompanySessionsGrain>(firm.CompanyId);

    private static Task<Page<SignInEntry>> ListAsync(Firm firm, string? userId = null, SignInOutcome? outcome = null) =>
        firm.MemberSessions.SearchSignInHistoryAsync(firm.Founder, new SignInSearch(userId, null, outcome, null, null), Firm.AllOfIt);
}
