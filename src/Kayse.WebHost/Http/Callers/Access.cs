using Kayse.Grains.ApiKeys;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Http.Callers;

/// <summary>Who may call an endpoint, as metadata on it. What a member may do there is the grains' to decide.</summary>
/// <param name="Caller">Who.</param>
/// <param name="Limit">How often: per person when they must be signed in, else per network.</param>
internal sealed record Access(AccessKind Caller, RateLimitKind? Limit)
{
    /// <summary>Whether GET and HEAD count against the limit.</summary>
    public bool CountsReads { get; init; } = true;
}

/// <summary>That an endpoint serves API keys too, as metadata on it; without it none is served.</summary>
/// <param name="Needed">What a key must be made for.</param>
internal sealed record ApiKeyAccess(ApiKeyPermissions Needed);

/// <summary>That an endpoint serves sessions with a restriction, as metadata on it.</summary>
/// <param name="Only">With this one; null: with any.</param>
internal sealed record ServesRestrictedSessions(SessionRestriction? Only)
{
    public bool Serves(SessionRestriction restriction) => Only is null || Only == restriction;
}

/// <summary>
/// The mark of endpoints that serve only sessions whose person has proved a short while ago who they are (SE-6).
/// </summary>
/// <param name="ServesKeys">Whether API keys are served as elsewhere; else none is.</param>
internal sealed record StepUpNeeded(bool ServesKeys)
{
    public static readonly StepUpNeeded OfEverybody = new(ServesKeys: false);

    public static readonly StepUpNeeded OfSessions = new(ServesKeys: true);
}

/// <summary>Whether an endpoint looks at the session.</summary>
internal enum AccessKind
{
    /// <summary>Anybody; a session makes no difference.</summary>
    Anyone,

    /// <summary>Anybody; a live session makes a difference, one that isn't live none.</summary>
    AnyoneOrSignedIn,

    /// <summary>Who presents a live session.</summary>
    SignedIn,
}

internal static class AccessExtensions
{
    /// <summary>States who may call the endpoints, and how often.</summary>
    public static TBuilder AllowsAccess<TBuilder>(this TBuilder builder, AccessKind caller, RateLimitKind? limit = null)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Access(caller, limit));

    /// <summary>
    /// States that the endpoints serve API keys made for <paramref name="needed"/>;
    /// <see cref="ApiKeyPermissions.None"/>: any key.
    /// </summary>
    public static TBuilder AllowsApiKeys<TBuilder>(this TBuilder builder, ApiKeyPermissions needed)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ApiKeyAccess(needed));

    /// <summary>
    /// States that the endpoints are part of the way out of a restriction (null: of any), so that sessions with one are
    /// served too.
    /// </summary>
    public static TBuilder ServesRestricted<TBuilder>(this TBuilder builder, SessionRestriction? only = null)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ServesRestrictedSessions(only));

    /// <summary>
    /// States that the endpoints do what must not be done by who finds a session open, nor by a program: others are
    /// refused <c>step_up_required</c>.
    /// </summary>
    public static TBuilder NeedsStepUp<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(StepUpNeeded.OfEverybody);

    /// <summary>States the same for sessions, while an API key that was made for it may do it.</summary>
    public static TBuilder NeedsStepUpOfSessions<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(StepUpNeeded.OfSessions);
}
