using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class UserRulesTests
{
    private static readonly UserState _user = SampleUser.Ada with
    {
        Memberships = [SampleUser.In("left", MemberStatus.Deactivated), SampleUser.In("firm"), SampleUser.In("court")],
    };

    [Theory]
    [InlineData(null, null, "firm")]
    [InlineData(null, "court", "court")]
    [InlineData(null, "left", "firm")]
    [InlineData("court", null, "court")]
    [InlineData("left", null, null)]
    [InlineData("elsewhere", "court", null)]
    public void A_sign_in_opens_the_company_asked_for_else_the_default_else_the_first(string? asked, string? byDefault, string? opened) =>
        UserRules.ActiveMembership(_user with { DefaultCompanyId = byDefault }, asked)?.CompanyId.ShouldBe(opened);

    [Fact]
    public void A_person_may_be_in_100_companies()
    {
        var full = _user with { Memberships = [.. Enumerable.Range(0, 100).Select(number => SampleUser.In($"{number}"))] };

        SampleUser.RefusalOf(() => UserRules.EnsureMayJoin(full, "one more")).ShouldBe(UserErrors.TooManyCompanies.Code);
        UserRules.EnsureMayJoin(full, "7");
    }

    [Fact]
    public void An_older_copy_of_a_membership_never_replaces_a_newer_one()
    {
        var newer = SampleUser.In("firm") with { Version = 5, Role = Role.Admin };
        var merged = UserRules.Merge(_user.Memberships, newer)!;

        merged.Select(membership => membership.CompanyId).ShouldBe(["left", "firm", "court"]);
        merged[1].Role.ShouldBe(Role.Admin);
        UserRules.Merge(merged, SampleUser.In("firm") with { Version = 4 }).ShouldBeNull();
        UserRules.Merge(merged, newer with { Removed = true })!.Count.ShouldBe(2);
    }

    [Fact]
    public void A_company_that_the_person_left_is_remembered_until_they_are_back()
    {
        var former = UserRules.FormerCompanies(_user, SampleUser.In("firm") with { Removed = true });

        former.ShouldBe(["firm"]);
        UserRules.FormerCompanies(_user with { FormerCompanyIds = former }, SampleUser.In("firm")).ShouldBeEmpty();
    }

    [Fact]
    public void Sessions_that_are_to_end_leave_the_list_with_the_change()
    {
        var next = UserRules.EndingSessions(_user, exceptSessionId: "here", SessionEndReason.Revoked);

        next.SessionIds.ShouldBe(["here"]);
        var step = next.Pending.ShouldHaveSingleItem().ShouldBeOfType<EndSessions>();
        step.SessionIds.ShouldBe(["there"]);
        step.Reason.ShouldBe(SessionEndReason.Revoked);
    }

    [Fact]
    public void Where_there_is_nothing_to_end_nothing_changes()
    {
        UserRules.EndingSessions(_user with { SessionIds = ["here"] }, "here", SessionEndReason.Revoked).Pending.ShouldBeEmpty();
        UserRules.RevokingApiKeys(_user).ShouldBeSameAs(_user);
    }

    [Fact]
    public void A_principal_says_what_the_person_has_to_do_first()
    {
        var membership = SampleUser.In("firm") with { TwoFactorRequiredFrom = SampleUser.Now };
        var principal = UserRules.PrincipalOf("id", _user with { MustChangePassword = true }, membership);

        (principal.UserId, principal.CompanyId, principal.Restriction).ShouldBe(("id", "firm", SessionRestriction.PasswordChange));
        principal.TwoFactorRequiredFrom.ShouldBe(SampleUser.Now);
        UserRules.PrincipalOf("id", _user with { SecondFactor = SampleUser.Factor }, membership).TwoFactorRequiredFrom.ShouldBeNull();
    }
}
