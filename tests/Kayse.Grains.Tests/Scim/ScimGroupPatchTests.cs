using Kayse.Grains.Errors;
using Kayse.Grains.Scim;

namespace Kayse.Grains.Tests.Scim;

/// <summary>Patches of groups.</summary>
public sealed class ScimGroupPatchTests
{
    [Theory]
    [InlineData("""[{"value":"a"},{"value":"b"}]""")]
    [InlineData("""[{"Value":"a","$ref":null},{"value":"b","display":"Ben"}]""")]
    [InlineData("""["a","b"]""")]
    public void Members_are_added(string value)
    {
        var change = Read(new ScimOperation(ScimOp.Add, "members", value));
        (change.ReplacesMembers, change.Removed.Count).ShouldBe((false, 0));
        change.Added.ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("members", """[{"value":"a"}]""")]
    [InlineData("members[value eq \"a\"]", null)]
    [InlineData("MEMBERS[VALUE EQ \"a\"]", null)]
    public void Only_those_are_removed_that_are_named(string path, string? value)
    {
        var change = Read(new ScimOperation(ScimOp.Remove, path, value));
        (change.ReplacesMembers, change.Added.Count).ShouldBe((false, 0));
        change.Removed.ShouldBe(["a"]);
    }

    [Fact]
    public void Several_are_removed_by_one_path() =>
        Read(new ScimOperation(ScimOp.Remove, "members[value eq \"a\" or value eq \"b\"]")).Removed.ShouldBe(["a", "b"]);

    [Theory]
    [InlineData(ScimOp.Remove, null)]
    [InlineData(ScimOp.Replace, "[]")]
    public void Everybody_leaves_only_when_the_operation_says_so(ScimOp op, string? value)
    {
        var change = Read(new ScimOperation(op, "members", value));
        change.ReplacesMembers.ShouldBeTrue();
        change.Added.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ScimOp.Remove, "members", "null")]
    [InlineData(ScimOp.Remove, "members", "5")]
    [InlineData(ScimOp.Remove, "members", """[{"display":"Ben"}]""")]
    [InlineData(ScimOp.Remove, "members", """[{"value":""}]""")]
    [InlineData(ScimOp.Replace, "members", "null")]
    [InlineData(ScimOp.Replace, "members", null)]
    [InlineData(ScimOp.Replace, "displayName", "\" \"")]
    [InlineData(ScimOp.Replace, null, """{"displayName":null}""")]
    public void What_is_malformed_is_refused_and_removes_nobody(ScimOp op, string? path, string? value) =>
        Should.Throw<RefusedException>(() => Read(new ScimOperation(op, path, value))).Code.ShouldBe("scim_invalid_value");

    [Theory]
    [InlineData(ScimOp.Remove, "members[display eq \"Ben\"]", null, "scim_invalid_path")]
    [InlineData(ScimOp.Remove, "members[value ne \"a\"]", null, "scim_invalid_path")]
    [InlineData(ScimOp.Remove, "members[value eq \"a\" and value eq \"b\"]", null, "scim_invalid_path")]
    [InlineData(ScimOp.Remove, "members.value", null, "scim_invalid_path")]
    [InlineData(ScimOp.Replace, "members[value eq \"a\"].value", "\"b\"", "scim_mutability")]
    [InlineData(ScimOp.Remove, "displayName", null, "scim_mutability")]
    [InlineData(ScimOp.Replace, "id", "\"x\"", "scim_mutability")]
    public void Members_are_whole(ScimOp op, string path, string? value, string code) =>
        Should.Throw<RefusedException>(() => Read(new ScimOperation(op, path, value))).Code.ShouldBe(code);

    [Fact]
    public void Operations_add_up_in_order()
    {
        var change = Read(
            new ScimOperation(ScimOp.Add, "members", """["a","b","a"]"""),
            new ScimOperation(ScimOp.Remove, "members", """["b","c"]"""),
            new ScimOperation(ScimOp.Add, "members", """["c"]"""),
            new ScimOperation(ScimOp.Replace, Value: """{"id":"g","displayName":"Partners","externalId":"e1"}""")
        );

        (change.DisplayName, change.ExternalId, change.ClearsExternalId).ShouldBe(("Partners", "e1", false));
        change.Added.ShouldBe(["a", "c"], ignoreOrder: true);
        change.Removed.ShouldBe(["b"]);
    }

    [Fact]
    public void What_comes_after_a_replacement_changes_the_new_members()
    {
        var change = Read(
            new ScimOperation(ScimOp.Remove, "members", """["x"]"""),
            new ScimOperation(ScimOp.Replace, "members", """["a","b"]"""),
            new ScimOperation(ScimOp.Remove, "members", """["b"]"""),
            new ScimOperation(ScimOp.Add, "members", """["c"]""")
        );

        (change.ReplacesMembers, change.Removed.Count).ShouldBe((true, 0));
        change.Added.ShouldBe(["a", "c"], ignoreOrder: true);
    }

    [Fact]
    public void A_request_names_20000_members_at_most()
    {
        string Many(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{i}\""))}]";
        Read(new ScimOperation(ScimOp.Add, "members", Many(20_000))).Added.Count.ShouldBe(20_000);
        foreach (var op in Enum.GetValues<ScimOp>())
            Should
                .Throw<RefusedException>(() => Read(new ScimOperation(op, "members", Many(20_001))))
                .Code.ShouldBe("scim_invalid_value");
    }

    private static ScimGroupChange Read(params ScimOperation[] operations) => ScimGroupRules.Read(new ScimPatch(operations));
}
