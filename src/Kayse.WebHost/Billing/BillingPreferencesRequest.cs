using Kayse.Grains.Billing;

namespace Kayse.WebHost.Billing;

/// <summary>All of a company's billing preferences.</summary>
internal sealed class BillingPreferencesRequest
{
    /// <summary>The user id of an active Admin or Super Admin.</summary>
    public required string PrimaryContactId { get; init; }

    /// <summary>By invoice, or in advance from the wallet.</summary>
    public required BillingMode Mode { get; init; }

    /// <summary>The currency that the cap is meant in. All amounts of an installation are in one currency.</summary>
    public string? Currency { get; init; }

    /// <summary>In minor units, such as cents; null or left out: no cap.</summary>
    public long? MonthlyCap { get; init; }

    /// <summary>
    /// User ids of up to 20 members with the permission <c>billing.read</c>. Without any, alerts go to the Super Admins.
    /// </summary>
    public IReadOnlyList<string>? AlertRecipients { get; init; }

    public SetBillingPreferences ToCommand(long? expectedVersion) =>
        new(PrimaryContactId, Mode, Currency, MonthlyCap, AlertRecipients ?? [], expectedVersion);
}
