namespace Kayse.Grains.Billing;

/// <summary>How a company pays.</summary>
[GenerateSerializer, Alias("kayse.billing-mode")]
public enum BillingMode
{
    /// <summary>By an invoice for each month.</summary>
    Invoice = 0,

    /// <summary>In advance, by refills of its wallet.</summary>
    Wallet = 1,
}
