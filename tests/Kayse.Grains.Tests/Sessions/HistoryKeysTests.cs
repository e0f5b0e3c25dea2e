using Kayse.Grains.Sessions;

namespace Kayse.Grains.Tests.Sessions;

public sealed class HistoryKeysTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly HistoryQuery _everything = new(0, long.MaxValue, null, null);
    private readonly HistoryKeys _keys = new();

    [Theory]
    [InlineData(0, SignInOutcome.Success, false)]
    [InlineData(1, SignInOutcome.Failure, true)]
    [InlineData((1 << 28) - 1, SignInOutcome.Switched, false)]
    public void A_key_gives_back_what_it_was_made_of(int person, SignInOutcome outcome, bool forgotten)
    {
        var key = new SignInKey(_start, person, outcome, forgotten);

        (key.At, key.Person, key.Outcome, key.IsForgotten).ShouldBe((_start, person, outcome, forgotten));
    }

    [Fact]
    public void Entries_are_found_latest_first_across_blocks()
    {
        Add(HistoryKeys.BlockSize + 10);

        var (latest, total) = _keys.Find(first: 0, before: HistoryKeys.BlockSize + 2, limit: 3, _everything);

        latest.ShouldBe([HistoryKeys.BlockSize + 1, HistoryKeys.BlockSize, HistoryKeys.BlockSize - 1, HistoryKeys.BlockSize - 2]);
        total.ShouldBe(HistoryKeys.BlockSize + 10);
    }

    [Fact]
    public void Entries_before_the_first_that_is_kept_are_not_counted()
    {
        Add(100);

        _keys.Find(first: 90, long.MaxValue, limit: 200, _everything).Total.ShouldBe(10);
        _keys.People(first: 99).ShouldBe([99 % 3]);
    }

    [Fact]
    public void A_block_is_the_same_after_it_was_stored()
    {
        Add(HistoryKeys.BlockSize);
        var read = new HistoryKeys();

        read.Adopt(0, _keys.BytesOf(0));

        read.Next.ShouldBe(HistoryKeys.BlockSize);
        read[17].ShouldBe(_keys[17]);
    }

    private void Add(int count)
    {
        for (var i = 0; i < count; i++)
            _keys.Add(new SignInKey(_start.AddSeconds(i), i % 3, SignInOutcome.Success, forgotten: false));
    }
}
