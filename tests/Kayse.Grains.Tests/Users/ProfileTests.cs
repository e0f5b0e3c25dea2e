using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Users;

public sealed class ProfileTests
{
    private const string Number = "+4915112345678";
    private const string Another = "+4915112345679";

    [Fact]
    public async Task A_new_name_is_in_every_live_session_at_once_and_the_roster_keeps_its_own()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        var other = await firm.AlsoFoundAsync("Another Firm");
        var (here, there) = (await firm.SignInAsync(firm.Founder.UserId), await other.SignInAsync(firm.Founder.UserId));

        var view = await User(firm).Profile.UpdateProfileAsync(new UpdateProfile(FullName: "  Ada Vale "));

        (view.FullName, view.Version).ShouldBe(("Ada Vale", 1));
        foreach (var token in new[] { here.Session.Token, there.Session.Token })
            (await firm.CheckAsync(token)).Principal!.FullName.ShouldBe("Ada Vale");
        (await firm.CheckAsync(here.Session.Token)).Principal!.CompanyId.ShouldBe(firm.CompanyId);
        (await firm.MemberAsync(firm.Founder.UserId)).FullName.ShouldBe("Ada Founder");
    }

    [Fact]
    public async Task What_is_absent_stays_and_null_takes_away()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, phone: Number);
        await User(firm).Profile.UpdateProfileAsync(new UpdateProfile(Language: new Change<string>("EN-us")));

        var cleared = await User(firm)
            .Profile.UpdateProfileAsync(new UpdateProfile(TimeZone: new Change<string>(null), PhoneNumber: new Change<string>("+1")));

        (cleared.FullName, cleared.PhoneNumber, cleared.TimeZone, cleared.Language, cleared.Version).ShouldBe(
            ("Ada Founder", null, null, "en-US", 2)
        );
    }

    [Fact]
    public async Task A_change_meant_for_another_version_is_refused_and_one_that_changes_nothing_makes_none()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        (await User(firm).Profile.UpdateProfileAsync(new UpdateProfile(FullName: "Ada Founder", ExpectedVersion: 0))).Version.ShouldBe(0);
        (await User(firm).Profile.UpdateProfileAsync(new UpdateProfile(FullName: "Ada Vale", ExpectedVersion: 0))).Version.ShouldBe(1);

        (
            await Refused.CodeAsync(() =>
                User(firm).Profile.UpdateProfileAsync(new UpdateProfile(FullName: "Ada Other", ExpectedVersion: 0))
            )
        ).ShouldBe("version_conflict");
    }

    [Fact]
    public async Task Every_bad_field_is_named()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);

        var refused = await Should.ThrowAsync<RefusedException>(() =>
            User(firm).Profile.UpdateProfileAsync(new UpdateProfile(" ", TimeZone: new("Mars/Olympus"), Language: new("English")))
        );

        refused.Refusal.Fields!.Keys.ShouldBe(["fullName", "timeZone", "language"], ignoreOrder: true);
        (await Refused.CodeAsync(() => User(firm).Profile.UpdateProfileAsync(new UpdateProfile(PhoneNumber: new("12"))))).ShouldBe(
            "phone_invalid"
        );
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("ZH-hant-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("de-1996", "de-1996")]
    [InlineData("sl-ROZAJ", "sl-rozaj")]
    [InlineData(" ", null)]
    public async Task A_language_is_kept_as_its_tag_is_written(string given, string? kept)
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        (await User(firm).Profile.UpdateProfileAsync(new UpdateProfile(Language: new Change<string>(given)))).Language.ShouldBe(kept);
    }

    [Theory]
    [InlineData("e")]
    [InlineData("en_US")]
    [InlineData("en-US-x-mine")]
    [InlineData("en\nUS")]
    [InlineData("en-u-ca-buddhist")]
    public async Task Anything_else_is_no_language(string given)
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        (
            await Refused.CodeAsync(() => User(firm).Profile.UpdateProfileAsync(new UpdateProfile(Language: new Change<string>(given))))
        ).ShouldBe("validation_failed");
    }

    [Fact]
    public async Task A_number_that_a_colleague_has_is_the_persons_own_affair_and_the_roster_stays_as_it_is()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, phone: Number);
        await firm.JoinAsync("ben@else.example", phone: Another);

        await ChangeNumberAsync(firm, Another);
        await User(firm).Profile.SetPhotoAsync(Pictures.Png());

        await CrashScenario.EventuallyAsync(async () => (await firm.MemberAsync(firm.Founder.UserId)).Photo.ShouldNotBeNull());
        (await firm.MemberAsync(firm.Founder.UserId)).PhoneNumber.ShouldBe(Number);
        (await User(firm).Profile.GetAsync())!.PhoneNumber.ShouldBe(Another);
    }

    [Fact]
    public async Task A_number_that_a_pending_invitation_has_is_kept_for_whoever_accepts_it()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, phone: Number);
        var (_, token) = await firm.InviteByMailAsync("ben@else.example", phone: Another);

        await ChangeNumberAsync(firm, Another);
        await User(firm).Profile.SetPhotoAsync(Pictures.Png());

        await CrashScenario.EventuallyAsync(async () => (await firm.MemberAsync(firm.Founder.UserId)).Photo.ShouldNotBeNull());
        (await firm.MemberAsync(firm.Founder.UserId)).PhoneNumber.ShouldBe(Number);
        (await firm.MemberAsync((await firm.AcceptAsync(token)).UserId)).PhoneNumber.ShouldBe(Another);
    }

    [Fact]
    public async Task The_rosters_learn_a_new_number_and_the_one_before_is_free()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, phone: Number);
        var other = await firm.AlsoFoundAsync("Another Firm");

        (
            await User(firm)
                .Profile.UpdateProfileAsync(new UpdateProfile(PhoneNumber: new Change<string>("01511 2345679"), PhoneCountry: "de"))
        ).PhoneNumber.ShouldBe(Another);

        await CrashScenario.EventuallyAsync(async () =>
        {
            foreach (var company in new[] { firm, other })
                (await company.MemberAsync(firm.Founder.UserId)).PhoneNumber.ShouldBe(Another);
        });
        (await firm.InviteAsync("ben@else.example", phone: Number)).Details.PhoneNumber.ShouldBe(Number);
        var account = (await firm.AuditAsync()).Last(record => record.Action == AuditActions.MemberUpdated);
        (account.Action, account.Actor.UserId, account.Target.Id).ShouldBe(
            (AuditActions.MemberUpdated, firm.Founder.UserId, firm.Founder.UserId)
        );
        account.Changes.ShouldHaveSingleItem().Field.ShouldBe("phoneNumber");
    }

    [Fact]
    public async Task A_company_that_looked_at_the_person_before_their_last_change_is_told_once_they_have_joined()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, phone: Number);
        var ben = await firm.JoinAsync("ben@else.example");
        await firm.User(ben.UserId).Profile.UpdateProfileAsync(new UpdateProfile(PhoneNumber: new Change<string>(Another)));
        await CrashScenario.EventuallyAsync(async () => (await firm.MemberAsync(ben.UserId)).PhoneNumber.ShouldBe(Another));
        // Comes after the turn in which the company tells the person that it knows; the read above may come before.
        await firm.Company.GetAsync(firm.Founder);

        // Of a company that joined them meanwhile comes the membership alone: what its roster says must be looked at.
        await firm.User(ben.UserId)
            .Memberships.PutMembershipAsync(
                new Membership(firm.CompanyId, "Firm", long.MaxValue - 1, Role.User, [], null, MemberStatus.Active) { Removed = true }
            );
        await firm.User(ben.UserId).Profile.UpdateProfileAsync(new UpdateProfile(PhoneNumber: new Change<string>(null)));
        (await firm.MemberAsync(ben.UserId)).PhoneNumber.ShouldBe(Another);
        await firm.User(ben.UserId)
            .Memberships.PutMembershipAsync(
                new Membership(firm.CompanyId, "Firm", long.MaxValue, Role.User, [], null, MemberStatus.Active)
            );

        await CrashScenario.EventuallyAsync(async () => (await firm.MemberAsync(ben.UserId)).PhoneNumber.ShouldBeNull());
    }

    [Fact]
    public async Task Nobody_has_no_profile()
    {
        await using var silo = await TestSilo.StartAsync();
        var nobody = new Person(silo.Grains, "nobody");
        (await Refused.CodeAsync(() => nobody.Profile.UpdateProfileAsync(new UpdateProfile(FullName: "Ada")))).ShouldBe("not_found");
        (await nobody.Profile.GetContactAsync()).ShouldBeNull();
        await silo.Grains.GetGrain<ICompanyNewsGrain>("no company").ContactChangedAsync("nobody");
    }

    private static Person User(Firm firm) => firm.User(firm.Founder.UserId);

    private static Task<UserView> ChangeNumberAsync(Firm firm, string number) =>
        User(firm).Profile.UpdateProfileAsync(new UpdateProfile(PhoneNumber: new Change<string>(number)));
}
