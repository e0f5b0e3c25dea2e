using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Companies;

/// <summary>CO-5: what a company requires counts for everybody at once.</summary>
public sealed class SecurityPolicyTests : IAsyncLifetime
{
    private static readonly SetSecurityPolicy _nothing = new(false, 7, null, null, true, true, [], null, null);
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private string _member = "";

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        _member = (await _firm.JoinAsync("ben@firm.example")).UserId;
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Live_sessions_are_under_a_shorter_idle_timeout_from_their_last_use()
    {
        var (used, unused) = (await SignInAsync(), await SignInAsync());
        _silo.Clock.Advance(TimeSpan.FromMinutes(10));
        await _firm.CheckAsync(used);

        await SetAsync(_nothing with { IdleTimeoutMinutes = 5 });

        (await _firm.CheckAsync(unused)).Ended.ShouldBe(SessionEndReason.IdleTimeout);
        (await _firm.CheckAsync(used)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(5));
        (await _firm.CheckAsync(await SignInAsync())).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(5));
    }

    [Fact]
    public async Task Live_sessions_are_under_a_shorter_lifetime_from_their_start_also_after_a_restart()
    {
        var old = await SignInAsync(rememberMe: true);
        _silo.Clock.Advance(TimeSpan.FromMinutes(20));
        var young = await SignInAsync(rememberMe: true);
        var until = _silo.Clock.GetUtcNow().AddMinutes(15);

        await SetAsync(_nothing with { SessionLifetimeMinutes = 15 });

        await _silo.RestartAsync();
        (await _firm.CheckAsync(old)).Ended.ShouldBe(SessionEndReason.Expired);
        (await _firm.CheckAsync(young)).ExpiresAt.ShouldBe(until);
    }

    [Fact]
    public async Task A_session_that_ended_does_not_come_back_when_limits_are_lifted()
    {
        var ended = await SignInAsync();
        _silo.Clock.Advance(TimeSpan.FromMinutes(10));
        var live = await SignInAsync();

        await SetAsync(_nothing with { IdleTimeoutMinutes = 5 });
        await SetAsync(_nothing);

        (await _firm.CheckAsync(live)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(30));
        (await _firm.CheckAsync(ended)).Ended.ShouldBe(SessionEndReason.IdleTimeout);
    }

    [Fact]
    public async Task Sessions_are_no_longer_remembered_where_that_is_not_allowed()
    {
        var remembered = await SignInAsync(rememberMe: true);
        (await _firm.CheckAsync(remembered)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddDays(7));

        await SetAsync(_nothing with { RememberMeAllowed = false });

        (await _firm.CheckAsync(remembered)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(30));
    }

    [Fact]
    public async Task A_company_limits_the_sessions_that_act_in_it_and_no_others()
    {
        var session = (await _firm.SignInAsync(_member)).Session;
        var other = await Firm.FoundAsync(_silo, "other@else.example");
        await other.AcceptAsync((await other.InviteByMailAsync("ben@firm.example")).Token, existingUserId: _member);
        await SetAsync(_nothing with { IdleTimeoutMinutes = 20 });

        await other.Company.SetSecurityPolicyAsync(
            other.Founder,
            _nothing with
            {
                IdleTimeoutMinutes = 10,
                SessionLifetimeMinutes = 15,
                RememberMeAllowed = false,
            }
        );
        (await _firm.CheckAsync(session.Token)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(20));

        var there = (await _firm.User(_member).Sessions.SwitchCompanyAsync(session.Id, other.CompanyId)).Session;
        (await _firm.CheckAsync(there.Token)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(10));
        var back = (await _firm.User(_member).Sessions.SwitchCompanyAsync(session.Id, _firm.CompanyId)).Session;
        (await _firm.CheckAsync(back.Token)).ExpiresAt.ShouldBe(_silo.Clock.GetUtcNow().AddMinutes(20));
    }

    [Fact]
    public async Task The_time_of_grace_begins_when_a_second_factor_is_first_required_or_on_joining()
    {
        var since = _silo.Clock.GetUtcNow();
        await SetAsync(_nothing with { TwoFactorRequired = true, TwoFactorGraceDays = 7 });
        _silo.Clock.Advance(TimeSpan.FromDays(1));
        await SetAsync(_nothing with { TwoFactorRequired = true, TwoFactorGraceDays = 3, TrustedDevicesAllowed = false });

        (await MembershipAsync(_member)).ShouldBe((since.AddDays(3), true));
        var later = (await _firm.JoinAsync("cy@firm.example")).UserId;
        (await MembershipAsync(later)).ShouldBe((_silo.Clock.GetUtcNow().AddDays(3), true));
        await SetAsync(_nothing);
        (await MembershipAsync(_member)).ShouldBe((null, false));
    }

    [Fact]
    public async Task A_change_is_accounted_for_with_what_differs_and_no_change_is_not()
    {
        await SetAsync(_nothing with { IdleTimeoutMinutes = 5, InvitedEmailDomains = ["firm.example"] });
        await SetAsync(_nothing with { IdleTimeoutMinutes = 5, InvitedEmailDomains = ["FIRM.example"] });

        var entries = (
            await _silo
                .Grains.GetGrain<IAuditLogGrain>(_firm.CompanyId)
                .ListAsync(AuditFilter.Everything with { Action = AuditActions.PolicyChanged }, Firm.AllOfIt)
        ).Items;
        var record = entries.ShouldHaveSingleItem().Record;
        record.Actor.UserId.ShouldBe(_firm.Founder.UserId);
        record
            .Changes.Select(change => (change.Field, change.Before, change.After))
            .ShouldBe([("idleTimeoutMinutes", null, "5"), ("invitedEmailDomains", null, "[\"firm.example\"]")]);
    }

    private Task<SecurityPolicyView> SetAsync(SetSecurityPolicy policy) => _firm.Company.SetSecurityPolicyAsync(_firm.Founder, policy);

    private async Task<string> SignInAsync(bool rememberMe = false) => (await _firm.SignInAsync(_member, rememberMe)).Session.Token;

    private async Task<(DateTimeOffset? TwoFactorFrom, bool TrustedDevicesForbidden)> MembershipAsync(string userId)
    {
        var membership = (await _firm.SignInAsync(userId)).Companies.Single();
        return (membership.TwoFactorRequiredFrom, membership.TrustedDevicesForbidden);
    }
}
