using Kayse.Grains.Documents;

namespace Kayse.Grains.Tests.Documents;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData(new double[] { }, "0 1")]
    [InlineData(new double[] { 0, 0 }, "0 1")]
    [InlineData(new double[] { 1873, 40 }, "0 500 1000 1500 2000")]
    [InlineData(new double[] { 0.0003, 0.0001 }, "0 0.0001 0.0002 0.0003")]
    [InlineData(new double[] { -120, 300 }, "-200 0 200 400")]
    [InlineData(new double[] { -3 }, "-3 -2 -1 0")]
    [InlineData(new double[] { 1e12 }, "0 250000000000 500000000000 750000000000 1000000000000")]
    public void The_axis_has_a_few_round_numbers_with_zero_and_all_values_between_them(double[] values, string ticks)
    {
        var scale = ChartScale.Of(values.Select(value => (decimal)value));

        string.Join(' ', scale.Ticks.Select(tick => tick.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)))
            .ShouldBe(ticks);
    }
}
