using Kayse.Grains.Directory;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class ProfileRulesTests
{
    private static readonly UserState _user = SampleUser.Ada with { Memberships = [SampleUser.In("firm"), SampleUser.In("court")] };

    [Fact]
    public void What_changes_nothing_leaves_the_person_as_they_are() =>
        ProfileRules.Apply(_user, new UpdateProfile(FullName: " Ada Founder "), NoPhones.Instance).ShouldBeSameAs(_user);

    [Fact]
    public void Another_name_reaches_sessions_and_keys_and_no_roster()
    {
        var next = ProfileRules.Apply(_user, new UpdateProfile(FullName: "Ada Lovelace"), NoPhones.Instance);

        (next.FullName, next.ProfileVersion, next.ContactVersion).ShouldBe(("Ada Lovelace", 1, 0));
        next.Pending.ShouldBe([new RefreshSessions(), new RefreshApiKeys()]);
    }

    [Fact]
    public void A_change_for_another_version_is_refused() =>
        SampleUser
            .RefusalOf(() => ProfileRules.Apply(_user, new UpdateProfile(FullName: "Ada", ExpectedVersion: 7), NoPhones.Instance))
            .ShouldBe("version_conflict");

    [Fact]
    public void Another_photo_reaches_every_roster_and_the_one_before_is_deleted()
    {
        var before = _user with { Photo = "before" };

        ProfileRules
            .Changed(before, before with { Photo = "after" })
            .Pending.ShouldBe([new DeletePhoto("before"), new NotifyCompany("firm", 1), new NotifyCompany("court", 1)]);
    }

    [Fact]
    public void Of_two_changes_companies_are_told_of_the_last()
    {
        var once = ProfileRules.Changed(_user, _user with { Photo = "one" });
        var twice = ProfileRules.Changed(once, once with { Photo = "two" });

        twice.Pending.OfType<NotifyCompany>().ShouldBe([new NotifyCompany("firm", 2), new NotifyCompany("court", 2)]);
    }

    [Fact]
    public void A_company_that_they_come_to_may_have_seen_them_before_their_last_change()
    {
        var changed = _user with { ContactVersion = 3 };

        ProfileRules.PendingAfter(changed, SampleUser.In("new")).ShouldBe([new NotifyCompany("new", 3)]);
        ProfileRules.PendingAfter(changed, SampleUser.In("firm")).ShouldBeEmpty("it knows them");
        ProfileRules.PendingAfter(_user, SampleUser.In("new")).ShouldBeEmpty("they have never changed");
    }

    [Fact]
    public void A_company_that_they_leave_needs_to_know_nothing_more()
    {
        var changed = ProfileRules.Changed(_user, _user with { Photo = "one" });

        ProfileRules.PendingAfter(changed, SampleUser.In("firm") with { Removed = true }).ShouldBe([new NotifyCompany("court", 1)]);
    }

    private sealed class NoPhones : IPhoneNumberParser
    {
        public static readonly NoPhones Instance = new();

        public PhoneNumberResult Parse(string? input, string? defaultCountry) => throw new NotSupportedException();

        public string? CallingCodeOf(string country) => null;

        public string Format(string number) => number;
    }
}
