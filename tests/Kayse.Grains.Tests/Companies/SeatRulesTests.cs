using Kayse.Grains.Companies;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Tests.Companies;

public sealed class SeatRulesTests
{
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(null, 5, null, 5)]
    [InlineData(7, 5, null, 7)]
    [InlineData(7, null, 6, 6)]
    [InlineData(null, null, 6, 6)]
    public void The_limit_is_the_companys_own_or_the_default_and_never_above_the_maximum(
        int? chosen,
        int? common,
        int? max,
        int? limit
    ) => SeatRules.LimitOf(chosen, new SeatOptions { Default = common, Maximum = max }).ShouldBe(limit);

    [Theory, InlineData(0, false), InlineData(1, true), InlineData(6, true), InlineData(7, false), InlineData(null, true)]
    public void A_company_sets_a_limit_from_1_to_the_maximum(int? limit, bool isAllowed)
    {
        var errors = new FieldErrors();
        SeatRules.CheckLimit(errors, limit, new SeatOptions { Maximum = 6 });

        if (isAllowed)
            Should.NotThrow(errors.ThrowIfAny);
        else
            Should.Throw<RefusedException>(errors.ThrowIfAny).Refusal.Fields!.Keys.ShouldBe(["seatLimit"]);
    }
}
