using Kayse.Grains.Audit;

namespace Kayse.Grains.Tests.Audit;

public sealed class NumberListTests
{
    [Fact]
    public void Numbers_come_back_as_they_were()
    {
        long[] numbers = [0, 1, 63, 64, 65, 1000, 999, -5, long.MaxValue, long.MinValue, 0, DateTime.MaxValue.Ticks];
        NumberList.Decode(NumberList.Encode(numbers)).ShouldBe(numbers);
        NumberList.Decode(NumberList.Encode([])).ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_side_by_side_take_a_byte_each() =>
        NumberList.Encode([.. Enumerable.Range(1_000_000, 5000).Select(number => (long)number)]).Length.ShouldBeLessThan(5005);
}
