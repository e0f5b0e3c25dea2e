namespace Kayse.Grains.Webhooks;

/// <summary>Events that are sent again, by their sequence.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last; the first alone when it is the same.</param>
[GenerateSerializer, Immutable, Alias("kayse.replay-range")]
public sealed record ReplayRange([property: Id(0)] long From, [property: Id(1)] long To);
