using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;
using Kayse.Grains.Tests.Members;

namespace Kayse.Grains.Tests.Scopes;

public sealed class ScopeAssignmentRulesTests
{
    private static readonly ScopeList _scopes = SampleScopes.Of(SampleScopes.Scope("a", "car"), SampleScopes.Scope("b", "slip"));

    [Theory]
    [InlineData(Role.User, "a b a", "")]
    [InlineData(Role.User, "c", "scopeIds")]
    [InlineData(Role.Admin, "a", "scopeIds")]
    [InlineData(Role.Admin, "", "caseAccess")]
    public void Only_a_user_has_scopes_and_only_those_of_the_company(Role role, string ids, string refusedField)
    {
        var errors = new FieldErrors();

        var cases = ScopeAssignmentRules.Check(errors, role, new Assignment(AccessMode.Assigned, Words(ids)), _scopes);

        if (refusedField.Length > 0)
            Should.Throw<RefusedException>(errors.ThrowIfAny).Refusal.Fields!.Keys.ShouldBe([refusedField]);
        else
            cases.Ids.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void More_case_types_than_a_session_can_hold_are_refused()
    {
        var many = Enumerable
            .Range(0, 6)
            .Select(scope => SampleScopes.Scope($"{scope}", [.. Enumerable.Range(0, 200).Select(number => $"type {scope}-{number}")]))
            .ToList();
        var (scopes, errors) = (SampleScopes.Of(many), new FieldErrors());

        ScopeAssignmentRules.Check(errors, Role.User, new(AccessMode.Assigned, [.. many.Select(scope => scope.Id)]), scopes);

        Should.Throw<RefusedException>(errors.ThrowIfAny).Code.ShouldBe("validation_failed");
        Remaining(Role.User, [.. many.Select(scope => scope.Id)], scopes).Count.ShouldBe(5);
    }

    [Fact]
    public void Scopes_that_are_gone_and_those_of_another_role_do_not_remain()
    {
        Remaining(Role.User, ["a", "gone"], _scopes).ShouldBe(["a"]);
        Remaining(Role.Admin, ["a"], _scopes).ShouldBeEmpty();
    }

    [Fact]
    public void Those_are_counted_who_would_have_no_scope_left()
    {
        var members = new[]
        {
            SampleMembers.Of(Role.User) with
            {
                Access = new() { ScopeIds = ["a"] },
            },
            SampleMembers.Of(Role.User) with
            {
                Access = new() { ScopeIds = ["a", "gone"] },
            },
            SampleMembers.Of(Role.User) with
            {
                Access = new() { ScopeIds = ["a", "b"] },
            },
            SampleMembers.Of(Role.User) with
            {
                Access = new() { ScopeIds = ["a"] },
                Removed = true,
            },
        };
        var invitation = new InvitationDetails("Ben", "ben@else.example", null, null, new AccessGrant { ScopeIds = ["a"] });

        var use = ScopeAssignmentRules.UseOf("a", members, [invitation], id => _scopes.Find(id) is not null);

        (use.Members, use.Invitations, use.IsLast).ShouldBe((2, 1, true));
    }

    private static IReadOnlyList<string> Remaining(Role role, IReadOnlyList<string> scopeIds, ScopeList scopes) =>
        ScopeAssignmentRules.WithRemaining(new AccessGrant { Role = role, ScopeIds = scopeIds }, scopes).ScopeIds;

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
