using Kayse.Grains.Audit;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Members;

public sealed class MemberRulesTests
{
    [Fact]
    public void Permissions_are_those_of_the_role_and_those_that_were_granted_in_the_usual_order()
    {
        SampleMembers.Of(Role.SuperAdmin).Access.EffectivePermissions().ShouldBe(Permissions.All);
        var granted = Permissions.Grantable[0];

        var effective = SampleMembers.Of(Role.User, "user", granted).Access.EffectivePermissions();

        effective.ShouldContain(granted);
        effective.ShouldBe(Permissions.All.Where(effective.Contains));
    }

    [Fact]
    public void Nobody_acts_on_somebody_above_them_nor_takes_access_from_themselves()
    {
        var (user, admin, other) = (
            SampleMembers.Of(Role.User),
            SampleMembers.Of(Role.Admin, "admin"),
            SampleMembers.Of(Role.Admin, "other")
        );

        Code(() => MemberRules.EnsureNotAbove(user, admin)).ShouldBe("forbidden");
        Should.NotThrow(() => MemberRules.EnsureNotAbove(admin, other));
        Code(() => MemberRules.EnsureMayLoseAccess(admin, admin, [admin, other])).ShouldBe("own_role");
        Should.NotThrow(() => MemberRules.EnsureMayLoseAccess(admin, other, [admin, other]));
    }

    [Fact]
    public void A_company_keeps_an_active_super_admin()
    {
        var owner = SampleMembers.Of(Role.SuperAdmin);
        var deactivated = SampleMembers.Of(Role.SuperAdmin, "other") with { Status = MemberStatus.Deactivated };

        Code(() => MemberRules.EnsureNotLast([owner, deactivated], owner)).ShouldBe("last_super_admin");
        Should.NotThrow(() => MemberRules.EnsureNotLast([owner, deactivated], deactivated));
    }

    [Theory]
    [InlineData(false, true, "+4915112000002")]
    [InlineData(true, true, null)]
    [InlineData(false, false, null)]
    public void A_number_is_copied_unless_it_is_taken_or_the_person_was_not_asked(bool wasAdded, bool isFree, string? expected)
    {
        var member = SampleMembers.Of(Role.User) with { WasAdded = wasAdded };
        var contact = new UserContact(1, "new@firm.example", "+4915112000002") { Photo = "photo" };

        var next = MemberRules.WithContact(member, contact, isFree);

        (next.Email, next.PhoneNumber, next.Photo).ShouldBe(("new@firm.example", expected, "photo"));
    }

    [Fact]
    public void A_version_grows_and_is_one_that_nobody_had_before()
    {
        var now = DateTimeOffset.UnixEpoch;

        MemberRules.NextVersion(0, now).ShouldBe(now.UtcTicks);
        MemberRules.NextVersion(now.UtcTicks + 5, now).ShouldBe(now.UtcTicks + 6);
    }

    [Fact]
    public void Who_can_no_longer_be_erased_is_removed_and_said_to_be()
    {
        var record = new AuditRecord(
            "id",
            DateTimeOffset.UnixEpoch,
            AuditActor.Nobody,
            AuditActions.MemberAccountDeleted,
            new AuditTarget(AuditTargetKinds.Member, "user", "Ben"),
            [],
            null,
            null,
            "company"
        );
        CompanyStep[] pending = [new UpdateMemberships(), new EraseAccount(), Announce.Of(record), new DeleteRecord()];

        var left = MemberRules.WithoutAccountWork(SampleMembers.Of(Role.User) with { Removed = true, Pending = pending });

        left.Select(step => step.GetType().Name).ShouldBe(["UpdateMemberships", "Announce", "DeleteRecord"]);
        left.OfType<Announce>().Single().Audit.Single().Action.ShouldBe(AuditActions.MemberRemoved);
        MemberRules.WithoutAccountWork(SampleMembers.Of(Role.User) with { Pending = pending }).ShouldBeEmpty();
    }

    private static string Code(Action work) => Should.Throw<RefusedException>(work).Code;
}
