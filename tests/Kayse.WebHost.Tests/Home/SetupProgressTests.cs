using Kayse.Grains.Companies;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Kayse.WebHost.Home;

namespace Kayse.WebHost.Tests.Home;

public sealed class SetupProgressTests
{
    private static readonly UserView _user = new("1", "Ada Vale", "ada@vale.example", null, null);
    private static readonly TwoFactorView _off = new(false, null, 0, null);

    [Fact]
    public void A_company_that_has_set_nothing_has_everything_before_it() =>
        Of(_user, _off, SecurityPolicy.Default, 1).DoneCount.ShouldBe(0);

    [Fact]
    public void A_policy_that_says_the_same_as_the_default_is_not_set() =>
        Of(_user, _off, SecurityPolicy.Default with { InvitedEmailDomains = new List<string>() }, 1).DoneCount.ShouldBe(0);

    [Fact]
    public void Each_step_is_done_by_what_it_is_about()
    {
        Of(_user with { EmailVerified = true }, _off, SecurityPolicy.Default, 1).DoneCount.ShouldBe(1);
        Of(_user, _off, SecurityPolicy.Default, 2).DoneCount.ShouldBe(1);
        Of(_user, _off with { Enabled = true }, SecurityPolicy.Default, 1).DoneCount.ShouldBe(1);
        Of(_user, _off, SecurityPolicy.Default with { InvitedEmailDomains = ["vale.example"] }, 1).DoneCount.ShouldBe(1);
        Of(_user, _off, SecurityPolicy.Default with { RememberMeAllowed = false }, 1).DoneCount.ShouldBe(1);
    }

    private static SetupProgress Of(UserView user, TwoFactorView twoFactor, SecurityPolicy policy, int seats) =>
        new(user, twoFactor, policy, seats);
}
