using Kayse.Grains.Audit;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditRecentTests
{
    private static readonly DateTimeOffset _nine = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly AuditRecent _recent = new();

    [Fact]
    public void Entries_that_are_not_on_disk_are_not_found()
    {
        _recent.Start(100);
        Add(5);

        _recent.Matches(AuditFilter.Everything, end: 103).ShouldBe([100, 101, 102]);
        _recent.HashOf(99).ShouldBeNull();
        _recent.HashOf(104).ShouldBe([4]);
        _recent.HashOf(105).ShouldBeNull();
    }

    [Fact]
    public void The_ids_of_a_batch_are_known_until_the_next_one_is_indexed()
    {
        Add((2 * AuditIndex.BatchSize) + 1);

        _recent.Forget();
        _recent.First.ShouldBe(AuditIndex.BatchSize);
        _recent.Has("0").ShouldBeTrue();

        _recent.Forget();
        _recent.Has("0").ShouldBeFalse();
        _recent.Has($"{AuditIndex.BatchSize}").ShouldBeTrue();
        _recent.Matches(AuditFilter.Everything, _recent.First + 1).ShouldBe([2 * AuditIndex.BatchSize]);
    }

    [Fact]
    public void A_filter_passes_what_agrees_in_every_field_and_lies_in_the_time_range()
    {
        var keys = new AuditKeys("id", _nine, "ada", AuditActions.MemberUpdated, "ben", []);

        keys.Passes(new AuditFilter("ada", AuditActions.MemberUpdated, "ben", _nine, _nine.AddTicks(1))).ShouldBeTrue();
        keys.Passes(AuditFilter.Everything with { ActorId = "ben" }).ShouldBeFalse();
        keys.Passes(AuditFilter.Everything with { Action = AuditActions.MemberRemoved }).ShouldBeFalse();
        keys.Passes(AuditFilter.Everything with { TargetId = "ada" }).ShouldBeFalse();
        keys.Passes(AuditFilter.Everything with { From = _nine.AddTicks(1) }).ShouldBeFalse();
        keys.Passes(AuditFilter.Everything with { To = _nine }).ShouldBeFalse();
    }

    private void Add(int count)
    {
        for (var i = 0; i < count; i++)
            _recent.Add(new AuditKeys($"{i}", _nine.AddSeconds(i), "ada", AuditActions.MemberUpdated, "ben", [(byte)i]));
    }
}
