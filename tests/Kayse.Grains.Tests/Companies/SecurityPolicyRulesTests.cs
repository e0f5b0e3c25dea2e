using Kayse.Grains.Companies;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Tests.Companies;

public sealed class SecurityPolicyRulesTests
{
    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch;
    private static readonly SetSecurityPolicy _command = new(true, 7, null, null, true, true, [" Firm.Example "], 24, null);

    [Fact]
    public void The_grace_period_begins_when_a_second_factor_is_first_required()
    {
        var first = SecurityPolicyRules.Apply(new CompanyState(), _command, _now);
        var later = SecurityPolicyRules.Apply(first, _command with { TwoFactorGraceDays = 3 }, _now.AddDays(2));
        var off = SecurityPolicyRules.Apply(later, _command with { TwoFactorRequired = false }, _now.AddDays(3));

        (first.TwoFactorRequiredSince, later.TwoFactorRequiredSince, off.TwoFactorRequiredSince).ShouldBe((_now, _now, null));
        first.Policy.InvitedEmailDomains.ShouldBe(["firm.example"]);
    }

    [Theory]
    [InlineData("twoFactorGraceDays")]
    [InlineData("idleTimeoutMinutes")]
    [InlineData("sessionLifetimeMinutes")]
    [InlineData("invitationLifetimeHours")]
    [InlineData("invitedEmailDomains")]
    public void What_is_out_of_range_is_refused_by_its_field(string field)
    {
        var command = field switch
        {
            "twoFactorGraceDays" => _command with { TwoFactorGraceDays = 31 },
            "idleTimeoutMinutes" => _command with { IdleTimeoutMinutes = 4 },
            "sessionLifetimeMinutes" => _command with { SessionLifetimeMinutes = 14 },
            "invitationLifetimeHours" => _command with { InvitationLifetimeHours = 0 },
            _ => _command with { InvitedEmailDomains = ["no domain"] },
        };

        Should
            .Throw<RefusedException>(() => SecurityPolicyRules.Apply(new CompanyState(), command, _now))
            .Refusal.Fields!.Keys.ShouldBe([field]);
    }

    [Fact]
    public void A_change_of_another_version_is_refused() =>
        Should
            .Throw<RefusedException>(() => SecurityPolicyRules.Apply(new CompanyState(), _command with { ExpectedVersion = 3 }, _now))
            .Code.ShouldBe("version_conflict");
}
