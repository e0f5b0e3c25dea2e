using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.ApiKeys;

/// <summary>
/// One API key (PR-1), keyed by its id. Like a session it knows its principal, so that a check asks nobody else.
/// </summary>
[Alias("kayse.api-key")]
public interface IApiKeyGrain : IGrainWithStringKey
{
    /// <summary>Makes the key; on disk when the task completes. Repeating it gives the key another secret.</summary>
    [Alias("start")]
    Task<ApiKeyView> StartAsync(StartApiKey command);

    /// <summary>Whether the secret opens the key, and for whom; counts against its rate. Answers from memory.</summary>
    [Alias("check")]
    ValueTask<ApiKeyCheck> CheckAsync(TokenHash secret);

    /// <summary>The key, expired or not; null when there is none, or none any more.</summary>
    [Alias("get")]
    Task<ApiKeyView?> GetAsync();

    /// <summary>
    /// Gives the key another secret; the old one opens nothing from then on. Refuses <c>not_found</c>.
    /// </summary>
    [Alias("regenerate")]
    Task<ApiKeyView> RegenerateAsync(TokenHash secret, Actor actor);

    /// <summary>Replaces what the key knows of its person. Without effect when there is no such key.</summary>
    [Alias("set-principal")]
    Task SetPrincipalAsync(SessionPrincipal principal);

    /// <summary>Ends the key for good. May be repeated.</summary>
    /// <param name="actor">By whose command; null when it goes with the person's membership.</param>
    [Alias("revoke")]
    Task RevokeAsync(Actor? actor);
}
