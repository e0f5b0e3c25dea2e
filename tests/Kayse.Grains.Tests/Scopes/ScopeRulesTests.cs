using Kayse.Grains.Errors;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Tests.Scopes;

public sealed class ScopeRulesTests
{
    [Fact]
    public void Case_types_are_kept_once_and_in_order() =>
        ScopeRules
            .Create(new CreateScope("a", " Injury ", ["slip", "Car", "car"]), [])
            .ShouldSatisfyAllConditions(
                scope => scope.Name.ShouldBe("Injury"),
                scope => scope.CaseTypes.ShouldBe(["Car", "slip"], StringComparer.OrdinalIgnoreCase)
            );

    [Theory, InlineData(""), InlineData("two\nlines")]
    public void Case_types_that_nobody_could_read_are_refused(string caseType) =>
        Code(() => ScopeRules.Create(new CreateScope("a", "Injury", [caseType]), [])).ShouldBe("validation_failed");

    [Fact]
    public void A_scope_without_case_types_is_refused() =>
        Code(() => ScopeRules.Create(new CreateScope("a", "Injury", []), [])).ShouldBe("validation_failed");

    [Fact]
    public void Two_scopes_never_have_the_same_name_in_whatever_case()
    {
        var other = SampleScopes.Scope("b", "car") with { Name = "INJURY" };

        Code(() => ScopeRules.Create(new CreateScope("a", "injury", ["car"]), [other])).ShouldBe("scope_name_taken");
        ScopeRules.Apply(other, new UpdateScope("injury", null, null), [other]).Name.ShouldBe("injury", "its own name is free to it");
    }

    [Fact]
    public void A_company_has_up_to_200_scopes()
    {
        var others = Enumerable.Range(0, 200).Select(number => SampleScopes.Scope($"{number}", "car")).ToList();

        Code(() => ScopeRules.Create(new CreateScope("a", "Injury", ["car"]), others)).ShouldBe("scope_limit_reached");
    }

    [Fact]
    public void A_change_of_another_version_is_refused() =>
        Code(() => ScopeRules.Apply(SampleScopes.Scope("a", "car"), new UpdateScope("New", null, 7), [])).ShouldBe("version_conflict");

    private static string Code(Action work) => Should.Throw<RefusedException>(work).Code;
}
