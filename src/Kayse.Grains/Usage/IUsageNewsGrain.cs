using Orleans.Concurrency;

namespace Kayse.Grains.Usage;

/// <summary>
/// Whoever above wants to know that a company's usage has grown, keyed by company id. One-way, as nobody waits for who is
/// above them.
/// </summary>
[Alias("kayse.usage-news")]
internal interface IUsageNewsGrain : IGrainWithStringKey
{
    /// <summary>
    /// The company's usage has grown. May be told as often as it happens; a hint that may get lost.
    /// </summary>
    [OneWay, Alias("usage-changed")]
    Task UsageChangedAsync();
}
