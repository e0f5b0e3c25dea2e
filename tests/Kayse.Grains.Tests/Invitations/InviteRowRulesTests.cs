using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Directory;
using Kayse.Grains.Tests.Members;
using Kayse.Grains.Tests.Scopes;

namespace Kayse.Grains.Tests.Invitations;

public sealed class InviteRowRulesTests
{
    private static readonly InviteRowRules _rules = new(
        SampleMembers.Of(Role.Admin, "ada"),
        new Actor("ada", "session", null),
        SecurityPolicy.Default with
        {
            InvitedEmailDomains = ["else.example"],
        },
        SampleScopes.Of(SampleScopes.Scope("a", "car")),
        new PlainPhoneNumbers()
    );
    private static readonly InviteRow _row = new("invitation", "Ben", "ben@else.example", Role.User, null, null, ["SCOPE A"]);

    [Fact]
    public void Scopes_are_found_by_name_in_whatever_case()
    {
        var (details, refusal) = _rules.Check(_row);

        refusal.ShouldBeNull();
        details!.Access.ScopeIds.ShouldBe(["a"]);
    }

    [Theory]
    [InlineData("role", "role")]
    [InlineData("higher role", "role")]
    [InlineData("scope", "scopeIds")]
    [InlineData("mode", "caseAccess")]
    public void What_is_wrong_is_said_by_its_field(string what, string field)
    {
        var row = what switch
        {
            "role" => _row with { Role = null },
            "higher role" => _row with { Role = Role.SuperAdmin, ScopeNames = [] },
            "scope" => _row with { ScopeNames = ["none"] },
            _ => _row with { CaseAccess = "some" },
        };

        var (details, refusal) = _rules.Check(row);

        details.ShouldBeNull();
        refusal!.Fields!.Keys.ShouldContain(field);
    }

    [Fact]
    public void All_that_is_wrong_with_a_row_is_said_at_once()
    {
        var refusal = _rules.Check(_row with { FullName = "", Role = null, ScopeNames = ["none"] }).Refusal!;

        refusal.Code.ShouldBe("validation_failed");
        refusal.Fields!.Keys.ShouldBe(["fullName", "role", "scopeIds"], ignoreOrder: true);
        _rules.Check(_row with { Email = "ben@firm.example" }).Refusal!.Code.ShouldBe("email_domain_not_allowed");
    }
}
