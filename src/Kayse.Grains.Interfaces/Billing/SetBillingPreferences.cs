namespace Kayse.Grains.Billing;

/// <summary>Replaces the billing preferences of a company; nothing is checked yet.</summary>
/// <param name="PrimaryContactId">An active Admin or Super Admin.</param>
/// <param name="Mode">How it pays.</param>
/// <param name="Currency">The currency that amounts are in; null: the installation's.</param>
/// <param name="MonthlyCap">In minor units; null: none.</param>
/// <param name="AlertRecipients">Who gets alerts: members who may see billing.</param>
/// <param name="ExpectedVersion">The version that is replaced; null: any.</param>
[GenerateSerializer, Immutable, Alias("kayse.set-billing-preferences")]
public sealed record SetBillingPreferences(
    [property: Id(0)] string PrimaryContactId,
    [property: Id(1)] BillingMode Mode,
    [property: Id(2)] string? Currency,
    [property: Id(3)] long? MonthlyCap,
    [property: Id(4)] IReadOnlyList<string> AlertRecipients,
    [property: Id(5)] long? ExpectedVersion = null
);
