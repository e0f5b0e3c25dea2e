using Kayse.Grains.Members;

namespace Kayse.Grains.Billing;

/// <summary>Who can be chosen for billing.</summary>
/// <param name="Contacts">Who can be the primary contact: the active Admins and Super Admins.</param>
/// <param name="Recipients">Who can get alerts: the active members who may see billing.</param>
[GenerateSerializer, Immutable, Alias("kayse.billing-candidates")]
public sealed record BillingCandidates(
    [property: Id(0)] IReadOnlyList<CompanyPerson> Contacts,
    [property: Id(1)] IReadOnlyList<CompanyPerson> Recipients
);
