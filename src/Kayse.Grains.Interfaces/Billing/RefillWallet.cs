namespace Kayse.Grains.Billing;

/// <summary>Adds a payment to a company's wallet, once however often it is sent.</summary>
/// <param name="PaymentId">The payment's id with whoever took it.</param>
/// <param name="Amount">In minor units, more than nothing.</param>
[GenerateSerializer, Immutable, Alias("kayse.refill-wallet")]
public sealed record RefillWallet([property: Id(0)] string PaymentId, [property: Id(1)] long Amount);
