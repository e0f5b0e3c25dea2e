using Kayse.Grains.Billing;
using Kayse.Grains.Usage;

namespace Kayse.WebHost.Billing;

/// <summary>How a company pays, and what it has spent this month.</summary>
/// <param name="PrimaryContactId">
/// The user id of an active Admin or Super Admin: the one who was chosen, else the first Super Admin.
/// </param>
/// <param name="Mode">By invoice, or in advance from the wallet.</param>
/// <param name="Currency">The ISO 4217 code that all amounts are in.</param>
/// <param name="MonthlyCap">In minor units; null without a cap.</param>
/// <param name="AlertRecipients">User ids of the chosen who may see billing.</param>
/// <param name="Status">
/// How what was spent compares with the cap: <c>near</c> from 80% on, <c>reached</c> from 100% on.
/// </param>
/// <param name="Spent">In this month so far, in minor units; null without prices.</param>
/// <param name="Projected">
/// What the month is expected to come to, in minor units; null without prices, and in the first days of a month.
/// </param>
/// <param name="ProjectedOver">Whether the month is expected to exceed the cap.</param>
/// <param name="Month">The first day of the month that this is about; null without prices.</param>
/// <param name="Lines">What was spent, by metric; null without prices.</param>
internal sealed record BillingPreferencesResponse(
    string PrimaryContactId,
    BillingMode Mode,
    string Currency,
    long? MonthlyCap,
    IReadOnlyList<string> AlertRecipients,
    CapStatus Status,
    long? Spent,
    long? Projected,
    bool ProjectedOver,
    DateOnly? Month,
    IReadOnlyList<SpendingLineResponse>? Lines
)
{
    public static BillingPreferencesResponse Of(BillingPreferencesView view) =>
        new(
            view.PrimaryContact.UserId,
            view.Mode,
            view.Currency,
            view.MonthlyCap,
            [.. view.AlertRecipients.Select(person => person.UserId)],
            view.Status,
            view.Spending?.Spent,
            view.Spending?.Projected,
            view.ProjectedOver,
            view.Spending?.Month,
            view.Spending?.Lines.Select(SpendingLineResponse.Of).ToList()
        );
}

/// <summary>What one metric has cost in the month.</summary>
/// <param name="Metric">What was used.</param>
/// <param name="Quantity">How much of it.</param>
/// <param name="Price">
/// Of one unit, in the currency's main unit; of <c>storage_bytes</c>, of 1,000,000,000 bytes.
/// </param>
/// <param name="Amount">In minor units.</param>
internal sealed record SpendingLineResponse(UsageMetric Metric, decimal Quantity, decimal Price, long Amount)
{
    public static SpendingLineResponse Of(SpendingLine line) => new(line.Metric, line.Quantity, line.Price, line.Amount);
}
