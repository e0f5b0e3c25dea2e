using Kayse.Grains.Members;

namespace Kayse.Grains.Users;

/// <summary>A person's copy of what a company's roster says of them; the roster decides.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="CompanyName">Its name.</param>
/// <param name="Version">Counts up with every change that the company makes; an older copy never replaces a newer one.</param>
/// <param name="Role">Their role.</param>
/// <param name="Permissions">Everything they may do, with what the role brings.</param>
/// <param name="CaseTypes">The case types that their scopes allow; null means all.</param>
/// <param name="Status">Whether they may work there.</param>
[GenerateSerializer, Immutable, Alias("kayse.membership")]
public sealed record Membership(
    [property: Id(0)] string CompanyId,
    [property: Id(1)] string CompanyName,
    [property: Id(2)] long Version,
    [property: Id(3)] Role Role,
    [property: Id(4)] IReadOnlyList<string> Permissions,
    [property: Id(5)] IReadOnlyList<string>? CaseTypes,
    [property: Id(6)] MemberStatus Status);
