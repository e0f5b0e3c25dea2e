using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Directory;
using Kayse.Grains.Tests.Scopes;

namespace Kayse.Grains.Tests.Members;

public sealed class MemberUpdateRulesTests
{
    private static readonly ScopeList _scopes = SampleScopes.Of(SampleScopes.Scope("a", "car"));

    [Fact]
    public void What_is_left_out_stays()
    {
        var before = SampleMembers.Of(Role.User, "user", Permissions.Grantable[0]) with { JobTitle = "Paralegal" };

        MemberUpdateRules.Apply(before, new UpdateMember(), _scopes).ShouldBe(before);
        MemberUpdateRules.Apply(before, new UpdateMember(JobTitle: new Change<string>(null)), _scopes).JobTitle.ShouldBeNull();
    }

    [Fact]
    public void Another_role_leaves_scopes_and_grants_behind()
    {
        var before = SampleMembers.Of(Role.User) with
        {
            Access = new() { ScopeIds = ["a"], Permissions = [Permissions.Grantable[0]] },
        };

        var admin = MemberUpdateRules.Apply(before, new UpdateMember(Access: new(Role.Admin)), _scopes).Access;

        (admin.Role, admin.CaseAccess, admin.ScopeIds.Count, admin.Permissions.Count).ShouldBe((Role.Admin, AccessMode.All, 0, 0));
        AccessRules.WithRole(admin, Role.User).ScopeIds.ShouldBeEmpty();
    }

    [Theory, InlineData("fullName"), InlineData("permissions"), InlineData("scopeIds")]
    public void All_that_is_wrong_is_refused_by_its_field(string field)
    {
        var command = field switch
        {
            "fullName" => new UpdateMember(FullName: " "),
            "permissions" => new UpdateMember(Access: new(Permissions: ["everything"])),
            _ => new UpdateMember(Access: new(ScopeIds: ["gone"])),
        };

        Should
            .Throw<RefusedException>(() => MemberUpdateRules.Apply(SampleMembers.Of(Role.User), command, _scopes))
            .Refusal.Fields!.Keys.ShouldBe([field]);
    }

    [Fact]
    public void A_created_member_has_what_was_given_and_a_password_for_one_sign_in()
    {
        var command = new CreateMember("user", " Cleo ", "Cleo@Firm.example", new(Role.User, ScopeIds: ["a"]), "hash")
        {
            PhoneNumber = "+4915112000001",
        };

        var member = MemberCreationRules.MemberOf(command, _scopes, new PlainPhoneNumbers(), DateTimeOffset.UnixEpoch);
        var registration = MemberCreationRules.RegistrationOf(member, command.PasswordHash);

        (member.FullName, member.Email, member.Access.CaseAccess).ShouldBe(("Cleo", "cleo@firm.example", AccessMode.Assigned));
        (registration.MustChangePassword, registration.PhoneNumber).ShouldBe((true, "+4915112000001"));
        Should
            .Throw<RefusedException>(() =>
                MemberCreationRules.MemberOf(command with { Email = " " }, _scopes, new PlainPhoneNumbers(), DateTimeOffset.UnixEpoch)
            )
            .Refusal.Fields!.Keys.ShouldBe(["email"]);
    }
}
