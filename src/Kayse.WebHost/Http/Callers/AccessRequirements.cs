using Kayse.Grains.ApiKeys;
using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Http.Callers;

/// <summary>That an endpoint serves API keys too, as metadata on it; without it none is served.</summary>
/// <param name="Needed">The permission that a key needs.</param>
/// <param name="OnlyOfPeople">Whether service keys are refused, because a person must answer for what is done.</param>
internal sealed record ApiKeyAccess(ApiKeyPermissions Needed, bool OnlyOfPeople);

/// <summary>That an endpoint serves sessions with a restriction, as metadata on it.</summary>
/// <param name="Only">With this one; null: with any.</param>
internal sealed record ServesRestrictedSessions(SessionRestriction? Only)
{
    /// <summary>Sessions with any restriction.</summary>
    public static readonly ServesRestrictedSessions Any = new(Only: null);

    public bool Serves(SessionRestriction restriction) => Only is null || Only == restriction;
}

/// <summary>
/// That an endpoint serves sessions that are limited to scopes, as metadata on it; without it none is served.
/// </summary>
/// <param name="Scope">Of <see cref="SessionScopes"/>, the one that it takes; null: any.</param>
internal sealed record ServesScopedSessions(string? Scope)
{
    /// <summary>Sessions of any scope.</summary>
    public static readonly ServesScopedSessions Any = new(Scope: null);

    public bool Serves(IReadOnlyList<string> scopes) => Scope is null || SessionScopes.Cover(scopes, Scope);
}

/// <summary>
/// Marks endpoints that are about an account as a whole. A session that began with single sign-on is refused
/// <c>sso_session_limited</c> there: what one company's identity provider says is to change nothing anywhere else.
/// </summary>
/// <param name="OnlyElsewhere">Whether that is so only for people who belong to another company, too.</param>
internal sealed record AccountWide(bool OnlyElsewhere)
{
    /// <summary>Ways to sign in, which open every company that the person may ever belong to.</summary>
    public static readonly AccountWide Always = new(OnlyElsewhere: false);

    /// <summary>What reaches into the person's other companies, if there are any.</summary>
    public static readonly AccountWide Elsewhere = new(OnlyElsewhere: true);
}

/// <summary>
/// Marks endpoints that serve only sessions whose person has recently confirmed their identity (SE-6); others are
/// refused <c>step_up_required</c>.
/// </summary>
/// <param name="ServesKeys">Whether API keys are served as elsewhere; otherwise none is.</param>
internal sealed record StepUpNeeded(bool ServesKeys)
{
    public static readonly StepUpNeeded OfEverybody = new(ServesKeys: false);

    public static readonly StepUpNeeded OfSessions = new(ServesKeys: true);
}
