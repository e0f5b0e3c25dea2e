using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Directory;
using Kayse.Grains.Tests.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Companies;

public sealed class CompanyRulesTests
{
    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch;
    private static readonly SignUp _signUp = new(
        " Firm ",
        " Ada ",
        "Ada@Firm.Example",
        null,
        null,
        "Europe/Berlin",
        "user",
        "hash",
        null,
        FirstRunOnly: false
    );

    [Fact]
    public void A_sign_up_is_kept_in_its_normal_form()
    {
        var signUp = CompanyRules.Check(_signUp, new PlainPhoneNumbers());

        (signUp.CompanyName, signUp.FullName, signUp.Email).ShouldBe(("Firm", "Ada", "ada@firm.example"));
        CompanyRules.RegistrationOf(signUp).Address.ShouldBe(AddressProof.Mailed);
    }

    [Fact]
    public void All_that_is_wrong_with_a_sign_up_is_said_at_once() =>
        Should
            .Throw<RefusedException>(() =>
                CompanyRules.Check(_signUp with { CompanyName = "", FullName = " ", Email = "" }, new PlainPhoneNumbers())
            )
            .Refusal.Fields!.Keys.ShouldBe(["companyName", "fullName", "email"], ignoreOrder: true);

    [Fact]
    public void The_grace_period_of_who_joins_later_begins_when_they_join()
    {
        var company = new CompanyState { Name = "Firm", TwoFactorRequiredSince = _now };
        var early = SampleMembers.Of(Role.User) with { JoinedAt = _now.AddDays(-1) };
        var late = early with { JoinedAt = _now.AddDays(2) };

        RequiredFrom(early, company).ShouldBe(_now.AddDays(7));
        RequiredFrom(late, company).ShouldBe(_now.AddDays(9));
        RequiredFrom(late, company with { TwoFactorRequiredSince = null }).ShouldBeNull();
    }

    [Fact]
    public void A_membership_is_newer_with_every_change_of_the_member_and_of_the_company()
    {
        var (company, member) = (new CompanyState { Revision = 3 }, SampleMembers.Of(Role.User) with { Version = 10 });

        CompanyRules.MembershipOf(member, "company", company, caseTypes: null).Version.ShouldBe(13);
    }

    [Fact]
    public void Only_what_memberships_hold_affects_members()
    {
        var company = new CompanyState { Name = "Firm" };

        CompanyRules.AffectsMembers(company, company with { Website = "https://firm.example/" }).ShouldBeFalse();
        CompanyRules.AffectsMembers(company, company with { Name = "New" }).ShouldBeTrue();
        CompanyRules
            .AffectsMembers(company, company with { Policy = company.Policy with { TrustedDevicesAllowed = false } })
            .ShouldBeTrue();
    }

    private static DateTimeOffset? RequiredFrom(MemberRecord member, CompanyState company) =>
        CompanyRules.MembershipOf(member, "company", company, caseTypes: null).TwoFactorRequiredFrom;
}
