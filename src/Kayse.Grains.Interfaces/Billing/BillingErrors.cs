using Kayse.Grains.Errors;

namespace Kayse.Grains.Billing;

/// <summary>Refusals of billing.</summary>
public static class BillingErrors
{
    /// <summary>The payment was entered with another amount.</summary>
    public static readonly Refusal PaymentMismatch = new(
        "payment_mismatch",
        "This payment was already recorded with another amount. Check the payment reference."
    )
    {
        Fields = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["paymentId"] = ["This payment was already recorded with another amount. Check the payment reference."],
        },
    };

    /// <summary>The ledger has as many entries as it may have.</summary>
    public static readonly Refusal LedgerFull = new("wallet_full", "The wallet has as many entries as it can have.");
}
