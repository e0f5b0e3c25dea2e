using Kayse.Grains.Audit;

namespace Kayse.Bench.Audit;

/// <summary>Every kind of filter, with values at random.</summary>
internal static class AuditFilters
{
    private static readonly TimeSpan _month = TimeSpan.FromDays(30);

    public static IReadOnlyList<(string What, Func<Random, AuditFilter> Filter)> All { get; } =
    [
        ("without a filter", _ => AuditFilter.Everything),
        ("by actor", random => ByActor(random)),
        ("by action", random => ByAction(random)),
        ("by target", random => ByTarget(random)),
        ("by actor and action", random => ByActor(random) with { Action = SampleLog.Action(random) }),
        ("by the most frequent actor and action", _ => ByActor(new Always()) with { Action = SampleLog.Action(new Always()) }),
        ("by action and target", random => ByTarget(random) with { Action = SampleLog.Action(random) }),
        ("by all three", random => ByTarget(random) with { ActorId = SampleLog.Actor(random), Action = SampleLog.Action(random) }),
        ("of a month", random => OfAMonth(random, AuditFilter.Everything)),
        ("by actor, of a month", random => OfAMonth(random, ByActor(random))),
        (
            "by actor and action, since a day",
            random => ByActor(random) with { Action = SampleLog.Action(random), From = SampleLog.Time(random) }
        ),
    ];

    private static AuditFilter ByActor(Random random) => AuditFilter.Everything with { ActorId = SampleLog.Actor(random) };

    private static AuditFilter ByAction(Random random) => AuditFilter.Everything with { Action = SampleLog.Action(random) };

    private static AuditFilter ByTarget(Random random) => AuditFilter.Everything with { TargetId = SampleLog.Target(random) };

    private static AuditFilter OfAMonth(Random random, AuditFilter filter)
    {
        var from = SampleLog.Time(random);
        return filter with { From = from, To = from + _month };
    }

    /// <summary>Draws the first of everything.</summary>
    private sealed class Always : Random
    {
        public override double NextDouble() => 0;

        public override int Next(int maxValue) => 0;
    }
}
