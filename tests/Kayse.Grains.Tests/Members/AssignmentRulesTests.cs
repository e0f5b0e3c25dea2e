using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Tests.Members;

/// <summary>
/// RO-7: what a choice of access mode and list comes to. "-" stands for what is left out, "" for an empty list.
/// </summary>
public sealed class AssignmentRulesTests
{
    private static readonly Assignment _nothing = new(AccessMode.Assigned, []);

    [Theory]
    // Nothing was chosen before, as for somebody new.
    [InlineData("all", null, "-", "all")]
    [InlineData("all", null, "", "all")]
    [InlineData("all", null, "a b", "assigned a b")]
    [InlineData("all", AccessMode.All, "-", "all")]
    [InlineData("all", AccessMode.All, "", "all")]
    [InlineData("all", AccessMode.All, "a", "refused")]
    [InlineData("all", AccessMode.Assigned, "-", "assigned ")]
    [InlineData("all", AccessMode.Assigned, "", "assigned ")]
    [InlineData("all", AccessMode.Assigned, "a", "assigned a")]
    // They are restricted.
    [InlineData("assigned a", null, "-", "assigned a")]
    [InlineData("assigned a", null, "", "refused")]
    [InlineData("assigned ", null, "", "refused")]
    [InlineData("assigned a", null, "b", "assigned b")]
    [InlineData("assigned a", AccessMode.All, "-", "all")]
    [InlineData("assigned a", AccessMode.All, "", "all")]
    [InlineData("assigned a", AccessMode.All, "a", "refused")]
    [InlineData("assigned a", AccessMode.Assigned, "-", "assigned a")]
    [InlineData("assigned a", AccessMode.Assigned, "", "assigned ")]
    public void A_choice_comes_to(string held, AccessMode? mode, string ids, string expected)
    {
        var errors = new FieldErrors();

        var next = AssignmentRules.Apply(errors, Read(held), mode, ids == "-" ? null : Words(ids), AssignmentFields.Cases);

        if (expected == "refused")
            Should.Throw<RefusedException>(errors.ThrowIfAny).Refusal.Fields!.Keys.ShouldBe(["scopeIds"]);
        else
            Should.NotThrow(errors.ThrowIfAny);
        if (expected != "refused")
            Write(next).ShouldBe(expected);
    }

    [Fact]
    public void Without_a_mode_nothing_ever_opens_everything()
    {
        foreach (var held in new[] { _nothing, new(AccessMode.Assigned, ["a"]), new(AccessMode.Assigned, ["a", "b"]) })
        {
            foreach (var ids in new IReadOnlyList<string>?[] { null, [], ["b"] })
                AssignmentRules.Apply(new FieldErrors(), held, null, ids, AssignmentFields.Agents).Mode.ShouldBe(AccessMode.Assigned);
        }
    }

    [Fact]
    public void A_role_above_User_has_every_case_type_and_keeps_it_on_the_way_down()
    {
        var user = new AccessGrant { ScopeIds = ["a"], AgentIds = ["x"] };

        var admin = AccessRules.WithRole(user, Role.Admin);
        var again = AccessRules.WithRole(admin, Role.User);

        foreach (var access in new[] { admin, again })
            (access.CaseAccess, access.ScopeIds.Count).ShouldBe((AccessMode.All, 0));
        Assignment.OfAgents(again).ShouldBe(Assignment.OfAgents(user), "agents may be assigned in every role");
        AccessRules.WithRole(user, Role.User).ShouldBe(user);
    }

    [Theory]
    [InlineData("all", "all", "all", true)]
    [InlineData("all", "assigned ", "all", true)]
    [InlineData("assigned x", "assigned ", "assigned x", true)]
    [InlineData("assigned x", "assigned ", "assigned x y", false)]
    [InlineData("assigned x", "assigned ", "all", false)]
    [InlineData("assigned x", "all", "all", true)]
    [InlineData("assigned x", "all", "assigned y", true)]
    [InlineData("assigned x", "assigned y", "assigned y x", true)]
    [InlineData("assigned ", "assigned ", "all", false)]
    [InlineData("assigned ", "assigned y", "assigned ", true)]
    [InlineData("assigned ", "all", "assigned ", true)]
    public void Nobody_gives_agents_that_they_do_not_have(string own, string before, string next, bool allowed)
    {
        AccessGrant Agents(string agents) =>
            AccessGrant.Unrestricted(Role.User) with
            {
                AgentAccess = Read(agents).Mode,
                AgentIds = Read(agents).Ids,
            };
        void Give() => GrantRules.EnsureMayGive(Agents(own), Agents(before), Agents(next), _ => null);

        if (allowed)
            Should.NotThrow(Give);
        else
            Should.Throw<RefusedException>(Give).Code.ShouldBe("forbidden");
    }

    [Fact]
    public void Who_would_have_no_scope_left()
    {
        MemberRecord Member(params string[] scopes) =>
            new()
            {
                UserId = "u",
                FullName = "F",
                Email = "e",
                Access = new() { ScopeIds = scopes },
            };
        InvitationDetails Invitation(Role role, params string[] scopes) =>
            new("F", "e", null, null, new() { Role = role, ScopeIds = scopes });
        MemberRecord[] members =
        [
            Member("a"),
            Member("a", "b"),
            Member("b"),
            Member(),
            Member("a") with
            {
                Access = AccessGrant.Unrestricted(Role.User),
            },
            Member("a") with
            {
                Removed = true,
            },
        ];
        InvitationDetails[] invitations =
        [
            Invitation(Role.User, "a"),
            Invitation(Role.User, "gone", "a"),
            Invitation(Role.User, "b"),
            Invitation(Role.Admin, "a"),
        ];

        var use = ScopeAssignmentRules.UseOf("a", members, invitations, id => id != "gone");

        use.ShouldBe(new ScopeUse(1, 2));
        ScopeAssignmentRules.UseOf("none", members, invitations, _ => true).IsLast.ShouldBeFalse();
    }

    private static Assignment Read(string text) =>
        text == "all" ? Assignment.All : new(AccessMode.Assigned, Words(text["assigned ".Length..]));

    private static string Write(Assignment assignment) =>
        assignment.Mode == AccessMode.All ? "all" : $"assigned {string.Join(' ', assignment.Ids)}";

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
