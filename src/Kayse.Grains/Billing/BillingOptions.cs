namespace Kayse.Grains.Billing;

/// <summary>What usage costs; section <c>Kayse:Billing</c>.</summary>
public sealed class BillingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Billing";

    /// <summary>The ISO 4217 code of the currency of all prices, caps and wallets.</summary>
    public string Currency { get; set; } = "USD";

    /// <summary>
    /// By metric, what one unit costs, in the currency's main unit; of storage, what a month of 1,000,000,000 bytes
    /// costs. What has no price costs nothing; without any, no amounts are shown.
    /// </summary>
    public Dictionary<string, decimal> Prices { get; } = new(StringComparer.OrdinalIgnoreCase);
}
