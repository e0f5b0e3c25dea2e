using Kayse.Grains.ApiKeys;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// Who may call an endpoint and how often, as metadata on it. What a member may do there is the grains' to decide.
/// </summary>
/// <param name="Caller">Whether the endpoint looks at the session.</param>
/// <param name="Limit">How often: per person when they must be signed in, otherwise per network.</param>
internal sealed record Access(AccessKind Caller, RateLimitKind? Limit)
{
    /// <summary>Whether GET and HEAD count against the limit.</summary>
    public bool CountsReads { get; init; } = true;

    /// <summary>
    /// Whether a request is a use of its session, which keeps it from timing out. What pages ask for by themselves is none.
    /// </summary>
    public bool CountsAsUse { get; init; } = true;
}

/// <summary>Whether an endpoint looks at the session.</summary>
internal enum AccessKind
{
    /// <summary>Anybody; a session makes no difference.</summary>
    Anyone,

    /// <summary>Anybody; a live session makes a difference, one that isn't live makes none.</summary>
    AnyoneOrSignedIn,

    /// <summary>Requires a live session.</summary>
    SignedIn,

    /// <summary>Requires the credentials of a configured service, which the endpoint checks.</summary>
    Service,

    /// <summary>Requires the SCIM token of a company, which the endpoint checks.</summary>
    IdentityProvider,
}

internal static class AccessExtensions
{
    /// <summary>States who may call an endpoint, and how often.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="who">Who may call it.</param>
    /// <param name="keys">The permission that an API key needs (<see cref="ApiKeyPermissions.None"/>: any key will do);
    /// null: API keys are refused.</param>
    /// <param name="onlyKeysOfPeople">Whether service keys, which belong to a company, are refused.</param>
    /// <param name="limit">How often it may be called; null: without a limit of its own.</param>
    /// <param name="stepUp">Whose identity must have been confirmed in the last minutes (SE-6); null: nobody's.</param>
    /// <param name="restricted">Which restricted sessions are served, because the endpoint is part of the way out of the
    /// restriction; null: none.</param>
    /// <param name="scoped">Which sessions of paired apps are served, by their scopes; null: none.</param>
    /// <param name="account">That it is about the account as a whole; null: about the active company, or harmless.</param>
    /// <param name="countsAsUse">Whether a request keeps its session from timing out; not where pages ask by
    /// themselves.</param>
    public static TBuilder Allows<TBuilder>(
        this TBuilder endpoint,
        Who who,
        ApiKeyPermissions? keys = null,
        bool onlyKeysOfPeople = false,
        RateLimitKind? limit = null,
        StepUpNeeded? stepUp = null,
        ServesRestrictedSessions? restricted = null,
        ServesScopedSessions? scoped = null,
        AccountWide? account = null,
        bool countsAsUse = true
    )
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithMetadata(new Access(who.Kind, limit) { CountsAsUse = countsAsUse });
        if (who.Right is { } right)
            endpoint.WithMetadata(right);
        if (keys is { } needed)
            endpoint.WithMetadata(new ApiKeyAccess(needed, onlyKeysOfPeople));
        if (stepUp is not null)
            endpoint.WithMetadata(stepUp);
        if (restricted is not null)
            endpoint.WithMetadata(restricted);
        if (scoped is not null)
            endpoint.WithMetadata(scoped);
        if (account is not null)
            endpoint.WithMetadata(account);
        return endpoint;
    }
}
