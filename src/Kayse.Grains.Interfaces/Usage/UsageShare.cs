namespace Kayse.Grains.Usage;

/// <summary>By what the usage of a company is divided.</summary>
[GenerateSerializer, Alias("kayse.usage-split")]
public enum UsageSplit
{
    /// <summary>By the member who used it.</summary>
    Member = 0,

    /// <summary>By the agent that used it.</summary>
    Agent = 1,
}

/// <summary>What one member or agent used.</summary>
/// <param name="Id">The member's or agent's.</param>
/// <param name="Amounts">One for each metric that adds up, in the order of <see cref="UsageMetrics.All"/>; adjustments
/// are counted on the day on which they arrived.</param>
[GenerateSerializer, Immutable, Alias("kayse.usage-share")]
public sealed record UsageShare([property: Id(0)] string Id, [property: Id(1)] IReadOnlyList<decimal> Amounts);
