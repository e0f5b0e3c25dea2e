using Kayse.Grains.Errors;
using Kayse.Grains.Retention;

namespace Kayse.Grains.Tests.Retention;

public sealed class RetentionRulesTests
{
    private readonly RetentionOptions _options = new();

    [Fact]
    public void Without_a_choice_the_default_applies()
    {
        DaysOf(RetentionKind.SignInHistory, null).ShouldBe(90);
        DaysOf(RetentionKind.AuditLog, null).ShouldBeNull();
        DaysOf(RetentionKind.Notifications, null).ShouldBe(90);
        DaysOf(RetentionKind.EndedInvitations, null).ShouldBe(30);
    }

    [Fact]
    public void Limits_that_changed_after_the_choice_apply_at_once()
    {
        _options.SignInHistory.MinimumDays = 100;
        _options.SignInHistory.MaximumDays = 200;

        DaysOf(RetentionKind.SignInHistory, 60).ShouldBe(100);
        DaysOf(RetentionKind.SignInHistory, 150).ShouldBe(150);
        DaysOf(RetentionKind.SignInHistory, 400).ShouldBe(200);
    }

    [Fact]
    public void What_has_no_default_ends_at_the_maximum_if_there_is_one()
    {
        _options.AuditLog.MaximumDays = 3650;

        DaysOf(RetentionKind.AuditLog, null).ShouldBe(3650);
        RetentionRules.PeriodsOf(RetentionDays.Default, _options)[(int)RetentionKind.AuditLog].DefaultDays.ShouldBe(3650);
    }

    [Fact]
    public void Periods_outside_of_the_limits_are_refused_together()
    {
        var refused = Should.Throw<RefusedException>(() => RetentionRules.Check(new(29, 364, 366, 6), _options));

        refused.Refusal.Fields!.Keys.ShouldBe(
            ["signInHistoryDays", "auditLogDays", "notificationDays", "endedInvitationDays"],
            ignoreOrder: true
        );
        refused.Refusal.Fields["signInHistoryDays"].ShouldBe(["This must be from 30 days to 730 days."]);
    }

    [Fact]
    public void The_limits_themselves_are_allowed()
    {
        Should.NotThrow(() => RetentionRules.Check(new(30, 365, 365, 7), _options));
        Should.NotThrow(() => RetentionRules.Check(new(730, RetentionRules.LongestDays, 14, 365), _options));
        Should.NotThrow(() => RetentionRules.Check(RetentionDays.Default, _options));
    }

    private int? DaysOf(RetentionKind kind, int? chosen) => RetentionRules.DaysOf(kind, chosen, _options);
}
