using Kayse.Grains.Members;

namespace Kayse.Grains.Billing;

/// <summary>How a company pays, and whom to talk to about it.</summary>
/// <param name="PrimaryContact">
/// An active Admin or Super Admin: who was chosen, or the first Super Admin when nobody was or they are one no more.
/// </param>
/// <param name="Mode">How it pays.</param>
/// <param name="Currency">The ISO 4217 code that all amounts are in.</param>
/// <param name="MonthlyCap">In minor units; null: none.</param>
/// <param name="AlertRecipients">
/// Who of those chosen may still see billing; without any, alerts go to the Super Admins.
/// </param>
/// <param name="Status">How this month's spending compares with the cap.</param>
/// <param name="Spending">This month's; null without prices.</param>
/// <param name="Version">Grows with every change.</param>
[GenerateSerializer, Immutable, Alias("kayse.billing-preferences-view")]
public sealed record BillingPreferencesView(
    [property: Id(0)] CompanyPerson PrimaryContact,
    [property: Id(1)] BillingMode Mode,
    [property: Id(2)] string Currency,
    [property: Id(3)] long? MonthlyCap,
    [property: Id(4)] IReadOnlyList<CompanyPerson> AlertRecipients,
    [property: Id(5)] CapStatus Status,
    [property: Id(6)] Spending? Spending,
    [property: Id(7)] long Version
)
{
    /// <summary>Whether the month is expected to come to more than the cap.</summary>
    public bool ProjectedOver => Spending?.Projected > MonthlyCap;
}
