using Kayse.Grains.Billing;

namespace Kayse.WebHost.Billing;

/// <summary>A payment to the wallet.</summary>
internal sealed class RefillWalletRequest
{
    /// <summary>The payment's id with whoever took it; 1 to 100 characters.</summary>
    public required string PaymentId { get; init; }

    /// <summary>In minor units, such as cents; 1 or more.</summary>
    public required long Amount { get; init; }

    public RefillWallet ToCommand() => new(PaymentId, Amount);
}
