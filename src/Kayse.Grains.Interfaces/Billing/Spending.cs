using Kayse.Grains.Usage;

namespace Kayse.Grains.Billing;

/// <summary>What a company spends in a month, in minor units of its currency.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Spent">From its beginning until now.</param>
/// <param name="Projected">What the whole month is expected to come to; null while that can't be said.</param>
/// <param name="Lines">What it is made of: what has a price.</param>
[GenerateSerializer, Immutable, Alias("kayse.spending")]
public sealed record Spending(
    [property: Id(0)] DateOnly Month,
    [property: Id(1)] long Spent,
    [property: Id(2)] long? Projected,
    [property: Id(3)] IReadOnlyList<SpendingLine> Lines
);

/// <summary>What one metric has cost.</summary>
/// <param name="Metric">What is metered.</param>
/// <param name="Quantity">So far in the month.</param>
/// <param name="Price">Of one unit, in the currency's main unit; of storage, of 1,000,000,000 bytes.</param>
/// <param name="Amount">In minor units.</param>
[GenerateSerializer, Immutable, Alias("kayse.spending-line")]
public sealed record SpendingLine(
    [property: Id(0)] UsageMetric Metric,
    [property: Id(1)] decimal Quantity,
    [property: Id(2)] decimal Price,
    [property: Id(3)] long Amount
);
