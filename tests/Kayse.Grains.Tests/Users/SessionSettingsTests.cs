using Kayse.Grains.Companies;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

/// <summary>The idle timeout that a person chooses (SE-3).</summary>
public sealed class SessionSettingsTests : IAsyncLifetime
{
    private static readonly SetSecurityPolicy _nothing = new(false, 7, null, null, true, true, [], null, null);
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    private Person User => _firm.User(_firm.Founder.UserId);

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_shorter_one_counts_at_once_for_live_sessions_and_those_unused_for_longer_end()
    {
        var (used, unused) = (await SignInAsync(), await SignInAsync());
        _silo.Clock.Advance(TimeSpan.FromMinutes(10));
        await _firm.CheckAsync(used);

        await User.Sessions.SetIdleTimeoutAsync(TimeSpan.FromMinutes(10));

        (await _firm.CheckAsync(unused)).Ended.ShouldBe(SessionEndReason.IdleTimeout);
        (await _firm.CheckAsync(used)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(10));
        (await _firm.CheckAsync(await SignInAsync())).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(10));
        await _silo.RestartAsync();
        (await _firm.CheckAsync(used)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(10));
    }

    [Fact]
    public async Task A_longer_one_lengthens_live_sessions_up_to_their_lifetime_and_brings_none_back()
    {
        var ended = await SignInAsync();
        _silo.Clock.Advance(TimeSpan.FromMinutes(30));
        var live = await SignInAsync();
        var startedAt = _silo.Clock.GetUtcNow();

        await User.Sessions.SetIdleTimeoutAsync(TimeSpan.FromDays(30));

        (await _firm.CheckAsync(live)).ExpiresAt.ShouldBe(startedAt.AddHours(12));
        (await _firm.CheckAsync(ended)).Ended.ShouldBe(SessionEndReason.IdleTimeout);
    }

    [Theory, InlineData(60, 20, 20), InlineData(10, 20, 10)]
    public async Task Of_the_persons_and_the_companys_the_shorter_one_wins(int chosen, int allowed, int effective)
    {
        var token = await SignInAsync();
        await User.Sessions.SetIdleTimeoutAsync(TimeSpan.FromMinutes(chosen));
        await _firm.Company.SetSecurityPolicyAsync(_firm.Founder, _nothing with { IdleTimeoutMinutes = allowed });

        (await _firm.CheckAsync(token)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(effective));
        (await _firm.SignInAsync(_firm.Founder.UserId)).Session.IdleTimeout.ShouldBe(TimeSpan.FromMinutes(effective));
        (await User.Sessions.GetSessionSettingsAsync(_firm.CompanyId)).ShouldBe(
            new SessionSettings(Minutes(chosen), Minutes(30), Minutes(allowed), Minutes(effective), Minutes(20))
        );
    }

    [Fact]
    public async Task A_company_counts_for_the_sessions_that_act_in_it()
    {
        var session = (await _firm.SignInAsync(_firm.Founder.UserId)).Session;
        var other = await _firm.AlsoFoundAsync("Other LLP");
        await other.Company.SetSecurityPolicyAsync(_firm.Founder, _nothing with { IdleTimeoutMinutes = 20 });
        await User.Sessions.SetIdleTimeoutAsync(TimeSpan.FromMinutes(60));
        (await _firm.CheckAsync(session.Token)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(60));

        var there = (await User.Sessions.SwitchCompanyAsync(session.Id, other.CompanyId)).Session;

        there.IdleTimeout.ShouldBe(TimeSpan.FromMinutes(20));
        (await User.Sessions.SwitchCompanyAsync(session.Id, _firm.CompanyId)).Session.IdleTimeout.ShouldBe(TimeSpan.FromMinutes(60));
        (await User.Sessions.GetSessionSettingsAsync(_firm.CompanyId)).LongestIdleTimeout.ShouldBeNull();
        (await User.Sessions.GetSessionSettingsAsync(other.CompanyId)).LongestIdleTimeout.ShouldBe(Minutes(20));
    }

    [Fact]
    public async Task A_remembered_session_keeps_its_7_days_unless_more_is_chosen_or_a_policy_wants_less()
    {
        var token = (await _firm.SignInAsync(_firm.Founder.UserId, rememberMe: true)).Session.Token;

        await User.Sessions.SetIdleTimeoutAsync(TimeSpan.FromMinutes(10));
        (await _firm.CheckAsync(token)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddDays(7));
        await User.Sessions.SetIdleTimeoutAsync(TimeSpan.FromDays(10));
        (await _firm.CheckAsync(token)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddDays(10));
        await _firm.Company.SetSecurityPolicyAsync(_firm.Founder, _nothing with { IdleTimeoutMinutes = 20 });
        (await _firm.CheckAsync(token)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(20));
    }

    [Fact]
    public async Task Another_name_leaves_it_as_it_is()
    {
        var token = await SignInAsync();
        await User.Sessions.SetIdleTimeoutAsync(TimeSpan.FromMinutes(10));

        await User.Profile.UpdateProfileAsync(new UpdateProfile("Ada Other"));

        (await _firm.CheckAsync(token)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(10));
    }

    [Fact]
    public async Task Who_has_chosen_nothing_has_the_default() =>
        (await User.Sessions.GetSessionSettingsAsync(_firm.CompanyId)).ShouldBe(
            new SessionSettings(Minutes(30), Minutes(30), null, Minutes(30), TimeSpan.FromDays(7))
        );

    [Theory, InlineData(0), InlineData(59), InlineData(-60), InlineData(30 * 86_400 + 1)]
    public async Task Less_than_a_minute_or_more_than_30_days_is_refused(int seconds) =>
        (await Refused.CodeAsync(() => User.Sessions.SetIdleTimeoutAsync(TimeSpan.FromSeconds(seconds)))).ShouldBe("validation_failed");

    [Fact]
    public async Task Nobody_asks_for_a_company_that_would_not_have_them()
    {
        var stranger = await Firm.FoundAsync(_silo, "zoe@other.example");
        (await Refused.CodeAsync(() => User.Sessions.GetSessionSettingsAsync(stranger.CompanyId))).ShouldBe("not_found");
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private async Task<string> SignInAsync() => (await _firm.SignInAsync(_firm.Founder.UserId)).Session.Token;
}
