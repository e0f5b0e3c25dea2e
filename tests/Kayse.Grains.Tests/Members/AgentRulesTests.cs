using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Tests.Members;

public sealed class AgentRulesTests
{
    [Fact]
    public void Agents_are_kept_once()
    {
        var errors = new FieldErrors();

        AgentRules.CheckAgents(errors, ["a", "b", "a"]).ShouldBe(["a", "b"]);

        Should.NotThrow(errors.ThrowIfAny);
    }

    [Theory, InlineData(""), InlineData(" "), InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void What_can_be_no_id_is_refused(string id)
    {
        var errors = new FieldErrors();
        AgentRules.CheckAgents(errors, [id]);

        Should.Throw<RefusedException>(errors.ThrowIfAny).Refusal.Fields!.Keys.ShouldBe(["agentIds"]);
    }

    [Fact]
    public void Overrides_that_change_nothing_are_left_out_and_unknown_permissions_are_refused()
    {
        var (errors, permission) = (new FieldErrors(), Permissions.Grantable[0]);
        var overrides = new Dictionary<string, AgentOverride>(StringComparer.Ordinal)
        {
            ["a"] = new([permission, permission], []),
            ["b"] = new([], []),
        };

        var kept = AgentRules.CheckOverrides(errors, overrides);

        kept.ShouldHaveSingleItem().Value.Grant.ShouldBe([permission]);
        Should.NotThrow(errors.ThrowIfAny);
        AgentRules.CheckOverrides(errors, new Dictionary<string, AgentOverride>(StringComparer.Ordinal) { ["a"] = new(["none"], []) });
        Should.Throw<RefusedException>(errors.ThrowIfAny).Refusal.Fields!.Keys.ShouldBe(["agentOverrides"]);
    }

    [Fact]
    public void The_same_overrides_are_the_same_text_in_whatever_order()
    {
        var (a, b) = (new AgentOverride(["x"], []), new AgentOverride([], ["y"]));
        var one = new Dictionary<string, AgentOverride>(StringComparer.Ordinal) { ["a"] = a, ["b"] = b };
        var other = new Dictionary<string, AgentOverride>(StringComparer.Ordinal) { ["b"] = b, ["a"] = a };

        AgentRules.InWords(one).ShouldBe(AgentRules.InWords(other));
        AgentRules.InWords(AgentOverride.None).ShouldBeNull();
    }
}
