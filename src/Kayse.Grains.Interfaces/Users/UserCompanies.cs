using Kayse.Grains.Sessions;

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

    /// <summary>
    /// What of it a session may see: one that began with single sign-on, its own company alone. Where else the person works is
    /// no business of that company's identity provider.
    /// </summary>
    public UserCompanies SeenBy(SessionPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.SsoConnectionId is null
            ? this
            : new UserCompanies([.. Memberships.Where(membership => membership.CompanyId == principal.CompanyId)], principal.CompanyId)
            {
                SetupDismissed = [.. SetupDismissed.Where(id => id == principal.CompanyId)],
            };
    }
}
