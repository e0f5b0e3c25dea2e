using System.Text.Json;
using Kayse.Grains.Audit;
using Kayse.Grains.Catalogue;
using Kayse.Grains.Errors;
using Kayse.Grains.State;

namespace Kayse.Grains.Tests.Catalogue;

public sealed class CatalogueRulesTests
{
    // What the SQLite provider accepts for one record.
    private const int RecordLimit = 512 * 1024;

    [Fact]
    public void Items_are_kept_trimmed_and_by_name()
    {
        var items = Check(new(" b ", " beta "), new("a", "Alpha", " voice ", true));

        items.ShouldBe([new("a", "Alpha", "voice", true), new("b", "beta")]);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_their_index()
    {
        var refused = Should.Throw<RefusedException>(() =>
            Check(
                new("a", "Fine"),
                new("", "No id"),
                new("b", " "),
                new("a", "Again"),
                new("c", new string('n', 101), new string('k', 41))
            )
        );

        refused.Refusal.Fields!.Keys.ShouldBe(
            ["items[1].id", "items[2].name", "items[3].id", "items[4].name", "items[4].kind"],
            ignoreOrder: true
        );
        refused.Refusal.Fields["items[3].id"].ShouldBe(["items[0] has the same id."]);
    }

    [Fact]
    public void Case_types_are_the_same_whatever_their_case_and_agents_are_not()
    {
        CatalogueItem[] items = [new("Dog bite", "Dog bites"), new("dog BITE", "Bites")];

        Should.Throw<RefusedException>(() => CatalogueRules.Check(CatalogueKind.CaseTypes, items));
        CatalogueRules.Check(CatalogueKind.Agents, items).Count.ShouldBe(2);
    }

    [Fact]
    public void A_list_may_have_2000_items_and_no_more()
    {
        Check(Many(2_000)).Count.ShouldBe(2_000);
        Should.Throw<RefusedException>(() => Check(Many(2_001))).Refusal.Fields!.Keys.ShouldBe(["items"]);
    }

    [Fact]
    public void The_largest_list_that_is_accepted_fits_a_record_with_its_audit_entry()
    {
        static CatalogueItem[] Wide(int count, char letter) =>
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => new CatalogueItem($"{i:d4}{new string(letter, 60)}", new string(letter, 100), new string(letter, 40))),
            ];
        Should.Throw<RefusedException>(() => Check(Wide(300, '界'))).Refusal.Fields!.Keys.ShouldBe(["items"]);
        var (before, after) = (Check(Wide(270, '世')), Check(Wide(270, '界')));

        var record = CatalogueAudit.Replaced("company", CatalogueKind.Agents, before, after, AuditOrigin.Nobody, TimeProvider.System);
        var state = new CatalogueState { Items = after, Pending = [record] };

        JsonSerializer.SerializeToUtf8Bytes(state, StateJson.Options).Length.ShouldBeLessThan(RecordLimit);
    }

    [Fact]
    public void The_audit_log_is_told_what_was_added_removed_and_changed()
    {
        CatalogueItem[] before = [new("a", "Alpha"), new("b", "Beta"), new("c", "Gamma")];
        CatalogueItem[] after = [new("a", "Alpha"), new("c", "Delta", "voice", true), new("d", "New")];

        CatalogueAudit
            .Changes(before, after, StringComparer.Ordinal)
            .ShouldBe([
                new("added", null, """["d: New"]""", Personal: false),
                new("removed", """["b: Beta"]""", null, Personal: false),
                new("changed", """["c: Gamma"]""", """["c: Delta (voice), archived"]""", Personal: false),
            ]);
    }

    [Fact]
    public void Of_many_changes_the_audit_log_names_some_and_counts_the_rest()
    {
        var added = CatalogueAudit.Changes([], Many(100), StringComparer.Ordinal).ShouldHaveSingleItem().After!;

        JsonSerializer
            .Deserialize<string[]>(added)!
            .ShouldSatisfyAllConditions(all => all.Length.ShouldBe(26), all => all[^1].ShouldBe("and 75 more"));
    }

    private static CatalogueItem[] Many(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new CatalogueItem($"id-{i}", $"Agent {i}"))];

    private static IReadOnlyList<CatalogueItem> Check(params CatalogueItem[] items) => CatalogueRules.Check(CatalogueKind.Agents, items);
}
