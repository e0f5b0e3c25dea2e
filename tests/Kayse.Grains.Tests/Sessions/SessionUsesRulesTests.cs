using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Sessions;

public sealed class SessionUsesRulesTests
{
    private static readonly DateTime _nine = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);
    private readonly SessionUsesState _state = new();

    [Fact]
    public void The_latest_use_counts()
    {
        Note(_nine).ShouldBeTrue();
        Note(_nine.AddMinutes(-1)).ShouldBeFalse();
        Note(_nine).ShouldBeFalse();
        SessionUsesRules.LastUse(_state, "one").ShouldBe(_nine);

        Note(_nine.AddMinutes(1)).ShouldBeTrue();
        SessionUsesRules.LastUse(_state, "one").ShouldBe(_nine.AddMinutes(1));
        SessionUsesRules.LastUse(_state, "another").ShouldBeNull();
    }

    [Fact]
    public void What_is_read_back_is_never_later_than_the_use()
    {
        Note(_nine.AddTicks(TimeSpan.TicksPerMillisecond - 1));

        SessionUsesRules.LastUse(_state, "one").ShouldBe(_nine);
    }

    [Fact]
    public void A_use_is_forgotten_once_the_session_keeps_it_itself()
    {
        Note(_nine);

        SessionUsesRules.Forget(_state, "one", _nine.AddMinutes(-1));
        SessionUsesRules.LastUse(_state, "one").ShouldBe(_nine, "it was used after that");

        SessionUsesRules.Forget(_state, "one", _nine);
        SessionUsesRules.LastUse(_state, "one").ShouldBeNull();
    }

    [Fact]
    public void What_has_timed_out_is_pruned()
    {
        Note(_nine);

        SessionUsesRules.Prune(_state, _nine.AddHours(1));
        _state.Uses.Count.ShouldBe(1);

        SessionUsesRules.Prune(_state, _nine.AddHours(1).AddSeconds(1));
        _state.Uses.ShouldBeEmpty();
    }

    [Fact]
    public void Ids_are_spread_over_all_shards_and_stay_in_theirs()
    {
        var shards = Enumerable.Range(0, 20_000).Select(_ => SessionUsesRules.ShardOf(EntityId.New(TimeProvider.System))).ToHashSet();

        shards.ShouldBe(Enumerable.Range(0, SessionUsesRules.Shards).Select(shard => (long)shard), ignoreOrder: true);
        SessionUsesRules.ShardOf("06drtrktg38bwnp3rbe44fyt").ShouldBe(13, "stored uses would be lost otherwise");
    }

    private bool Note(DateTime at) => SessionUsesRules.Note(_state, [new SessionUse("one", at, _nine.AddHours(1))]);
}
