using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Tests.Sessions;

public sealed class SessionSettingsRulesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(43_200)]
    public void An_idle_timeout_from_a_minute_to_30_days_is_accepted(int minutes) =>
        Should.NotThrow(() => SessionSettingsRules.Check(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(43_201)]
    public void Any_other_is_refused(int minutes) =>
        Should
            .Throw<RefusedException>(() => SessionSettingsRules.Check(TimeSpan.FromMinutes(minutes)))
            .Refusal.Fields!.Keys.ShouldBe(["idleTimeoutMinutes"]);

    [Fact]
    public void Settings_show_what_was_chosen_and_what_it_comes_to_under_the_limits_of_the_company()
    {
        var options = new UserSessionOptions();
        var limits = new SessionLimits(TimeSpan.FromMinutes(20), null, RememberMeAllowed: true)
        {
            ChosenIdleTimeout = TimeSpan.FromMinutes(45),
        };

        var settings = SessionSettingsRules.Of(options, limits);

        settings.ShouldBe(
            new SessionSettings(
                TimeSpan.FromMinutes(45),
                options.IdleTimeout,
                TimeSpan.FromMinutes(20),
                TimeSpan.FromMinutes(20),
                TimeSpan.FromMinutes(20)
            )
        );
    }
}
