using Kayse.Grains.Audit;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditDiffTests
{
    private sealed record Thing(
        string? Name,
        IReadOnlyList<string> Words,
        long? Size,
        bool? IsOpen,
        Grains.Members.Role? Role,
        DateTimeOffset? At
    );

    private static readonly Thing _thing = new(
        "A \"name\" für <b>",
        ["a", "b"],
        5,
        true,
        Grains.Members.Role.SuperAdmin,
        DateTimeOffset.UnixEpoch
    );

    [Fact]
    public void A_new_thing_has_every_value_after() =>
        Diff(null, _thing)
            .ShouldBe([
                new AuditChange("name", null, "\"A \\\"name\\\" für <b>\"", Personal: true),
                new AuditChange("words", null, "[\"a\",\"b\"]", Personal: false),
                new AuditChange("size", null, "5", Personal: false),
                new AuditChange("isOpen", null, "true", Personal: false),
                new AuditChange("role", null, "\"super_admin\"", Personal: false),
                new AuditChange("at", null, "\"1970-01-01T00:00:00Z\"", Personal: false),
            ]);

    [Fact]
    public void Only_what_differs_is_noted() =>
        Diff(_thing, _thing with { Size = 6, Words = ["a", "b"] }).ShouldBe([new AuditChange("size", "5", "6", Personal: false)]);

    [Fact]
    public void What_is_gone_has_every_value_before() =>
        Diff(_thing, null).ShouldAllBe(change => change.Before != null && change.After == null);

    [Fact]
    public void An_empty_list_is_none() =>
        Diff(_thing with { Words = [] }, _thing).ShouldBe([new AuditChange("words", null, "[\"a\",\"b\"]", Personal: false)]);

    private static IReadOnlyList<AuditChange> Diff(Thing? before, Thing? after) =>
        new AuditDiff<Thing>(before, after)
            .PersonalText("name", thing => thing.Name)
            .Texts("words", thing => thing.Words)
            .Number("size", thing => thing.Size)
            .Flag("isOpen", thing => thing.IsOpen)
            .Word("role", thing => thing.Role)
            .Time("at", thing => thing.At)
            .Changes;
}
