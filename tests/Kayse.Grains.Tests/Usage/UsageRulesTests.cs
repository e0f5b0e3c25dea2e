using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.Grains.Usage;

namespace Kayse.Grains.Tests.Usage;

public sealed class UsageRulesTests
{
    private static readonly UsageEvent _minutes = Sample.Minutes(1, TestLedger.Noon, "call");
    private static readonly UsageEvent _storage = Sample.Event(UsageMetric.StorageBytes, 1, TestLedger.Noon, "storage");

    public static TheoryData<string?> Ids => ["", null, "a\nb", " a", new('x', 101)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_is_a_line_of_plain_text(string? id)
    {
        UsageRules.ProblemOf(_minutes with { Id = id! }).ShouldBe(UsageProblems.Id);
        if (id is not null)
        {
            UsageRules.ProblemOf(_minutes with { UserId = id }).ShouldBe(UsageProblems.Reference);
            UsageRules.ProblemOf(_minutes with { AgentId = id }).ShouldBe(UsageProblems.Reference);
            UsageRules.ProblemOf(_minutes with { Corrects = id }).ShouldBe(UsageProblems.Corrects);
        }
    }

    [Theory]
    [InlineData("0.0000001")]
    [InlineData("1000000000000")]
    [InlineData("-1")]
    public void A_quantity_has_up_to_18_digits_and_is_not_negative(string quantity) =>
        UsageRules
            .ProblemOf(_minutes with { Quantity = decimal.Parse(quantity, CultureInfo.InvariantCulture) })
            .ShouldBe(UsageProblems.Quantity);

    [Theory]
    [InlineData("0")]
    [InlineData("0.000001")]
    [InlineData("1.50000000000")]
    [InlineData("999999999999.999999")]
    public void Other_quantities_are_taken(string quantity) =>
        UsageRules.ProblemOf(_minutes with { Quantity = decimal.Parse(quantity, CultureInfo.InvariantCulture) }).ShouldBeNull();

    [Fact]
    public void Only_a_correction_is_negative()
    {
        UsageRules.ProblemOf(_minutes with { Quantity = -1, Corrects = "earlier" }).ShouldBeNull();
        UsageRules.ProblemOf(_minutes with { Corrects = _minutes.Id }).ShouldBe(UsageProblems.Corrects);
        UsageRules.ProblemOf(_storage with { Quantity = -1, Corrects = "earlier" }).ShouldBe(UsageProblems.Quantity);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        UsageRules.ProblemOf(_minutes with { Metric = (UsageMetric)(-1) }).ShouldBe(UsageProblems.Metric);
        UsageRules.ProblemOf(_minutes with { Quantity = null }).ShouldBe(UsageProblems.Quantity);
        UsageRules.ProblemOf(_minutes with { At = null }).ShouldBe(UsageProblems.Time);
    }

    [Fact]
    public void A_gauge_is_nobodys_and_cannot_be_corrected()
    {
        UsageRules.ProblemOf(_storage).ShouldBeNull();
        UsageRules.ProblemOf(_storage with { UserId = "ada" }).ShouldBe(UsageProblems.Reference);
        UsageRules.ProblemOf(_storage with { AgentId = "intake" }).ShouldBe(UsageProblems.Reference);
        UsageRules.ProblemOf(_storage with { Corrects = "earlier" }).ShouldBe(UsageProblems.Corrects);
    }

    [Theory]
    [InlineData("2026-03-01", null, "2026-03-01", "2026-04-01")]
    [InlineData(null, null, "2026-02-01", "2026-03-01")]
    [InlineData("2025-01-01", "2026-02-05", "2025-01-01", "2026-02-05")]
    public void Days_are_those_of_a_month_unless_others_are_asked_for(string? from, string? to, string first, string end) =>
        UsageRules.RangeOf(new(2026, 2, 1), Day(from), Day(to)).ShouldBe((Day(first)!.Value, Day(end)!.Value));

    [Theory]
    [InlineData("2026-03-01", "2026-03-01", "to")]
    [InlineData("2026-03-01", "2027-04-06", "to")]
    [InlineData("1999-12-31", null, "from")]
    [InlineData("9999-12-31", null, "from")]
    public void Days_that_cannot_be_are_refused(string from, string? to, string field) =>
        Should
            .Throw<RefusedException>(() => UsageRules.RangeOf(new(2026, 2, 1), Day(from), Day(to)))
            .Refusal.Fields!.Keys.ShouldBe([field]);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
