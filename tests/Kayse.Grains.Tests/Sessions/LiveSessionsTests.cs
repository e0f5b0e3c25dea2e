using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Sessions;

/// <summary>Requests look at sessions without a grain call, and yet see every change at once.</summary>
public sealed class LiveSessionsTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private string _token = "";

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        _token = (await _firm.SignInAsync(_firm.Founder.UserId)).Session.Token;
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_session_in_memory_is_answered_at_once()
    {
        var check = _firm.CheckAsync(_token);

        check.IsCompletedSuccessfully.ShouldBeTrue();
        (await check).Principal!.UserId.ShouldBe(_firm.Founder.UserId);
    }

    [Fact]
    public async Task Another_secret_opens_nothing_and_counts_as_no_use()
    {
        var before = (await Session.GetAsync())!.LastActiveAt;
        SecretToken.TryParse(_token, out var token).ShouldBeTrue();
        _silo.Clock.Advance(TimeSpan.FromSeconds(10));

        var check = await _firm.CheckAsync(SecretToken.Create(token.Id.ToString(), out _));

        check.ShouldBe(default);
        (await Session.GetAsync())!.LastActiveAt.ShouldBe(before);
    }

    [Fact]
    public async Task Looking_at_one_is_no_use_whether_it_is_in_memory_or_not()
    {
        var before = (await Session.GetAsync())!.LastActiveAt;
        SecretToken.TryParse(_token, out var token).ShouldBeTrue();
        var hash = token.Hash;
        _silo.Clock.Advance(TimeSpan.FromMinutes(20));

        (await _silo.LiveSessions.LookAsync(SessionId, hash)).Principal.ShouldNotBeNull();
        (await Session.LookAsync(hash)).Principal.ShouldNotBeNull();
        (await Session.GetAsync())!.LastActiveAt.ShouldBe(before);

        _silo.Clock.Advance(TimeSpan.FromMinutes(10));
        (await _silo.LiveSessions.LookAsync(SessionId, hash)).Ended.ShouldBe(SessionEndReason.IdleTimeout);
    }

    [Fact]
    public async Task One_that_has_ended_is_not_in_memory_any_more()
    {
        _silo.LiveSessions.Count.ShouldBe(1);

        await Session.EndAsync(SessionEndReason.Revoked);

        _silo.LiveSessions.Count.ShouldBe(0);
        (await _firm.CheckAsync(_token)).Ended.ShouldBe(SessionEndReason.Revoked);
    }

    [Fact]
    public async Task A_replaced_token_opens_nothing_from_then_on()
    {
        var next = SecretToken.Create(SessionId, out var hash);

        await Session.RenewAsync(new RenewSession(hash));

        (await _firm.CheckAsync(_token)).ShouldBe(default);
        (await _firm.CheckAsync(next)).Principal.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_whose_end_could_not_be_stored_is_answered_by_what_is()
    {
        _silo.Crash.After(writes: 0, isOvertaken: false);
        await Should.ThrowAsync<Exception>(() => Session.EndAsync(SessionEndReason.Revoked));
        _silo.LiveSessions.Count.ShouldBe(0, "it isn't known what reached the disk");
        _silo.Crash.Never();

        (await _firm.CheckAsync(_token)).Principal.ShouldNotBeNull();
        _silo.LiveSessions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_ends_to_the_tick_also_when_it_is_in_memory()
    {
        _silo.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        _silo.LiveSessions.Count.ShouldBe(1);
        (await _firm.CheckAsync(_token)).Principal.ShouldNotBeNull();

        _silo.Clock.Advance(TimeSpan.FromMinutes(30));

        (await _firm.CheckAsync(_token)).Ended.ShouldBe(SessionEndReason.IdleTimeout);
    }

    [Fact]
    public async Task One_in_use_stays_in_memory_and_one_that_is_not_leaves_it_and_keeps_its_last_use()
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Sessions:IdleTimeout", "06:00:00"));
        var firm = await Firm.FoundAsync(silo);
        var used = (await firm.SignInAsync(firm.Founder.UserId)).Session.Token;
        var unused = (await firm.SignInAsync(firm.Founder.UserId)).Session.Token;
        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        await firm.CheckAsync(unused);
        var lastUse = silo.Clock.GetUtcNow();

        for (var minute = 0; minute < 20; minute++)
        {
            silo.Clock.Advance(TimeSpan.FromMinutes(1));
            (await firm.CheckAsync(used)).Principal.ShouldNotBeNull("it is in use");
            await silo.FlushUsesAsync();
        }

        await silo.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.FromMilliseconds(1)); // Idle by the machine's clock, kept by the test's.
        await CrashScenario.EventuallyAsync(() =>
        {
            silo.LiveSessions.Count.ShouldBe(1);
            return Task.CompletedTask;
        });
        (await firm.CheckAsync(used)).Principal.ShouldNotBeNull();
        silo.LiveSessions.Count.ShouldBe(1, "the one that is in use was the one in memory");

        var ids = new[] { used, unused }.Select(token => token[..token.IndexOf('.', StringComparison.Ordinal)]).ToList();
        (await silo.Grains.GetGrain<IUserSessionGrain>(ids[1]).GetAsync())!.LastActiveAt.ShouldBe(lastUse);
        (await silo.Grains.GetGrain<ISessionUsesGrain>(SessionUsesRules.ShardOf(ids[1])).LastUseAsync(ids[1])).ShouldBeNull();
    }

    [Fact]
    public async Task A_use_that_comes_with_the_end_brings_nothing_back()
    {
        SecretToken.TryParse(_token, out var token).ShouldBeTrue();
        var hash = token.Hash;
        var entry = _silo.LiveSessions.Entries.Single();
        await Session.EndAsync(SessionEndReason.SignedOut);

        entry
            .TryCheck(hash, _silo.Clock.GetUtcNow().UtcDateTime, countsAsUse: true, out _)
            .ShouldBeFalse("a request that found it a moment ago must ask the grain");
        await _silo.FlushUsesAsync();
        await _silo.RestartAsync();
        (await _firm.CheckAsync(_token)).Ended.ShouldBe(SessionEndReason.SignedOut);
    }

    [Fact]
    public async Task Uses_are_stored_in_bulk_and_not_session_by_session()
    {
        var tokens = new List<string>();
        for (var i = 0; i < 50; i++)
            tokens.Add((await _firm.SignInAsync(_firm.Founder.UserId)).Session.Token);
        await _silo.FlushUsesAsync();
        _silo.Clock.Advance(TimeSpan.FromSeconds(5));
        var written = new List<string>();
        _silo.Crash.Written = (state, _, _) =>
        {
            lock (written)
                written.Add(state);
        };

        for (var i = 0; i < 1_000; i++)
            (await _firm.CheckAsync(tokens[i % tokens.Count])).Principal.ShouldNotBeNull();
        await _silo.FlushUsesAsync();

        lock (written)
        {
            written.ShouldNotContain("user-session");
            written.Count(state => state == "session-uses").ShouldBeInRange(1, tokens.Count);
        }
    }

    private string SessionId => _token[.._token.IndexOf('.', StringComparison.Ordinal)];

    private IUserSessionGrain Session => _silo.Grains.GetGrain<IUserSessionGrain>(SessionId);
}
