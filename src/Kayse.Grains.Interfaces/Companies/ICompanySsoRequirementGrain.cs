namespace Kayse.Grains.Companies;

/// <summary>Whether a company has its members sign in by single sign-on, keyed by company id.</summary>
[Alias("kayse.company-sso-requirement")]
public interface ICompanySsoRequirementGrain : IGrainWithStringKey
{
    /// <summary>
    /// Requires single sign-on of the members, or no longer. Only the company's single sign-on asks for it, which has decided
    /// that it may. When the task completes, sessions of theirs here that began otherwise have ended. May be repeated.
    /// </summary>
    /// <param name="exemptUserIds">The Super Admins who may sign in otherwise; null: nobody has to.</param>
    [Alias("require-sso")]
    Task RequireSsoAsync(IReadOnlyList<string>? exemptUserIds);
}
