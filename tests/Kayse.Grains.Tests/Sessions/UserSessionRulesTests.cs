using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Sessions;

public sealed class UserSessionRulesTests
{
    private static readonly DateTime _nine = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);
    private static readonly TimeSpan _week = TimeSpan.FromDays(7);
    private static readonly SessionPrincipal _ben = new(
        "ben",
        "Ben Jones",
        "ben@jones.example",
        "company",
        "Jones LLP",
        Role.User,
        ["crm.access"],
        null
    );

    private readonly UserSessionOptions _options = new();

    [Fact]
    public void A_session_starts_with_the_timeouts_of_the_product()
    {
        var session = Start();

        session.StartedAt.ShouldBe(_nine);
        session.LastActiveAt.ShouldBe(_nine);
        session.IdleTimeout.ShouldBe(_options.IdleTimeout);
        session.EndsAt.ShouldBe(_nine + _options.AbsoluteLifetime);
        session.ProvedAt.ShouldBe(default);
    }

    [Fact]
    public void A_remembered_session_lasts_longer_and_may_stay_unused_for_a_week()
    {
        var session = Start(rememberMe: true);

        session.IdleTimeout.ShouldBe(_week);
        session.EndsAt.ShouldBe(_nine + _options.RememberedLifetime);
    }

    [Fact]
    public void A_company_that_does_not_allow_remembering_gets_an_ordinary_session()
    {
        var session = Start(rememberMe: true, new SessionLimits(null, null, RememberMeAllowed: false));

        session.IdleTimeout.ShouldBe(_options.IdleTimeout);
        session.EndsAt.ShouldBe(_nine + _options.AbsoluteLifetime);
    }

    [Theory]
    [InlineData(false, null, null, 30)]
    [InlineData(false, null, 10, 10)]
    [InlineData(false, null, 60, 30)]
    [InlineData(false, 60, null, 60)]
    [InlineData(false, 60, 45, 45)]
    [InlineData(true, null, null, 7 * 24 * 60)]
    [InlineData(true, 60, null, 7 * 24 * 60)]
    [InlineData(true, 8 * 24 * 60, null, 8 * 24 * 60)]
    [InlineData(true, null, 10, 10)]
    public void The_idle_timeout_is_the_chosen_one_or_the_limit_of_the_company_if_that_is_shorter(
        bool rememberMe,
        int? chosen,
        int? limit,
        int expected
    )
    {
        var limits = new SessionLimits(Minutes(limit), null, RememberMeAllowed: true) { ChosenIdleTimeout = Minutes(chosen) };

        UserSessionRules.IdleTimeout(_options, rememberMe, limits).ShouldBe(TimeSpan.FromMinutes(expected));
    }

    [Fact]
    public void A_remembered_session_is_never_idle_for_longer_than_it_lasts()
    {
        _options.RememberedLifetime = TimeSpan.FromDays(2);

        UserSessionRules.IdleTimeout(_options, rememberMe: true, SessionLimits.None).ShouldBe(TimeSpan.FromDays(2));
    }

    [Fact]
    public void Limits_count_from_the_start_of_the_session()
    {
        var limits = new SessionLimits(null, TimeSpan.FromHours(1), RememberMeAllowed: true);

        var session = UserSessionRules.Limited(Start(), _options, limits);

        session.EndsAt.ShouldBe(_nine.AddHours(1));
        UserSessionRules.EndOf(session, _nine.AddMinutes(59), _nine.AddHours(1)).ShouldBe(SessionEndReason.Expired);
    }

    [Fact]
    public void A_session_ends_at_the_instant_of_its_idle_timeout()
    {
        var session = Start();
        var end = _nine + _options.IdleTimeout;

        UserSessionRules.EndOf(session, _nine, end.AddTicks(-1)).ShouldBeNull();
        UserSessionRules.EndOf(session, _nine, end).ShouldBe(SessionEndReason.IdleTimeout);
        UserSessionRules.EndOf(session, _nine.AddMinutes(1), end).ShouldBeNull();
    }

    [Fact]
    public void A_session_in_use_ends_with_its_lifetime()
    {
        var session = Start();
        var end = _nine + _options.AbsoluteLifetime;

        UserSessionRules.ExpiresAt(session, end.AddMinutes(-1)).ShouldBe(end);
        UserSessionRules.EndOf(session, end.AddMinutes(-1), end).ShouldBe(SessionEndReason.Expired);
    }

    [Fact]
    public void A_session_that_was_ended_says_why()
    {
        var session = Start() with { EndedAt = _nine, EndReason = SessionEndReason.Revoked };

        UserSessionRules.EndOf(session, _nine, _nine.AddYears(1)).ShouldBe(SessionEndReason.Revoked);
    }

    [Fact]
    public void Renewing_replaces_the_token_and_keeps_the_rest()
    {
        var before = UserSessionRules.Start(Command() with { Proved = true }, _options, _nine);
        var token = TokenHash.Of("another"u8);

        var after = UserSessionRules.Renewed(before, new RenewSession(token), _options);

        after.ShouldBe(before with { TokenHash = token, Principal = after.Principal });
        after.Principal!.UserId.ShouldBe("ben");
    }

    [Fact]
    public void Renewing_can_move_a_session_to_another_company_with_its_limits()
    {
        var command = new RenewSession(TokenHash.Of("another"u8))
        {
            Principal = _ben with { CompanyId = "other" },
            Restriction = SessionRestriction.TwoFactorSetup,
            Limits = new SessionLimits(TimeSpan.FromMinutes(5), null, RememberMeAllowed: true),
        };

        var after = UserSessionRules.Renewed(Start(), command, _options);

        after.Principal!.CompanyId.ShouldBe("other");
        after.Principal.Restriction.ShouldBe(SessionRestriction.TwoFactorSetup);
        after.IdleTimeout.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void A_second_factor_is_required_once_the_grace_period_is_over()
    {
        var principal = _ben with { TwoFactorRequiredFrom = new DateTimeOffset(_nine) };

        UserSessionRules.PrincipalAt(principal, _nine.AddTicks(-1)).Restriction.ShouldBe(SessionRestriction.None);
        UserSessionRules.PrincipalAt(principal, _nine).Restriction.ShouldBe(SessionRestriction.TwoFactorSetup);
        UserSessionRules.PrincipalAt(_ben, _nine).ShouldBeSameAs(_ben);
    }

    [Fact]
    public void Only_a_remembered_session_says_until_when_it_is_remembered()
    {
        var now = new DateTimeOffset(_nine);

        UserSessionRules.RememberedUntil(_options, rememberMe: false, SessionLimits.None, now).ShouldBeNull();
        UserSessionRules.RememberedUntil(_options, rememberMe: true, SessionLimits.None, now).ShouldBe(now + _options.RememberedLifetime);
        UserSessionRules.TermOf(Start(), _nine).RememberedUntil.ShouldBeNull();
        UserSessionRules.TermOf(Start(rememberMe: true), _nine).RememberedUntil.ShouldBe(now + _options.RememberedLifetime);
    }

    [Fact]
    public void What_many_sessions_have_in_common_is_in_memory_once()
    {
        var one = UserSessionRules.Shared(_ben with { CompanyName = new string("Jones LLP"), Permissions = [new string("crm.access")] });
        var other = UserSessionRules.Shared(
            _ben with
            {
                CompanyName = new string("Jones LLP"),
                Permissions = [new string("crm.access")],
            }
        );

        one.CompanyName.ShouldBeSameAs(other.CompanyName);
        one.Permissions.ShouldBeSameAs(other.Permissions);
    }

    private static TimeSpan? Minutes(int? minutes) => minutes is { } some ? TimeSpan.FromMinutes(some) : null;

    private static StartSession Command(bool rememberMe = false, SessionLimits? limits = null) =>
        new(TokenHash.Of("secret"u8), _ben, ClientDevice.Unknown, rememberMe) { Limits = limits ?? SessionLimits.None };

    private UserSessionState Start(bool rememberMe = false, SessionLimits? limits = null) =>
        UserSessionRules.Start(Command(rememberMe, limits), _options, _nine);
}
