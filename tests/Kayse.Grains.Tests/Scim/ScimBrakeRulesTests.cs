using Kayse.Grains.Scim;

namespace Kayse.Grains.Tests.Scim;

public sealed class ScimBrakeRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 5, 4, 9, 30, 20, TimeSpan.Zero);

    [Theory]
    [InlineData(5, 6, false)]
    [InlineData(6, 6, true)]
    [InlineData(6, 29, true)]
    [InlineData(6, 30, false)]
    [InlineData(2_000, 10_000, false)]
    [InlineData(2_001, 10_000, true)]
    public void More_than_five_and_more_than_a_fifth_are_too_many(int losses, int activeBefore, bool areTooMany) =>
        ScimBrakeRules.AreTooMany(losses, activeBefore).ShouldBe(areTooMany);

    [Fact]
    public void Losses_count_for_ten_minutes_and_take_no_more_room_than_that()
    {
        IReadOnlyList<ScimLosses> losses = [];
        for (var second = 0; second < 1_200; second++)
            losses = ScimBrakeRules.WithOne(losses, _now.AddSeconds(second));

        var end = _now.AddSeconds(1_199);
        ScimBrakeRules.Count(losses, end).ShouldBeInRange(540, 600);
        losses.Count.ShouldBeLessThanOrEqualTo(11);
        ScimBrakeRules.Count(losses, end.AddMinutes(11)).ShouldBe(0);
    }
}
