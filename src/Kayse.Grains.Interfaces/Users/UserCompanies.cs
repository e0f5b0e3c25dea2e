namespace Kayse.Grains.Users;

/// <summary>The companies that would have a person, in the order in which they joined them.</summary>
/// <param name="Memberships">Active ones only.</param>
/// <param name="DefaultCompanyId">The one that a sign-in opens; null when there is none at all.</param>
[GenerateSerializer, Immutable, Alias("kayse.user-companies")]
public sealed record UserCompanies([property: Id(0)] IReadOnlyList<Membership> Memberships, [property: Id(1)] string? DefaultCompanyId)
{
    /// <summary>The companies whose set-up checklist the person has dismissed.</summary>
    [Id(2)]
    public IReadOnlyList<string> SetupDismissed
    {
        get;
        init => field = value ?? [];
    } = [];
}
