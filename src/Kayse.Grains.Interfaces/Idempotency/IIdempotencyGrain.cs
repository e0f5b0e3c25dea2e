using Kayse.Grains.Tokens;

namespace Kayse.Grains.Idempotency;

/// <summary>
/// The answer to one request with an <c>Idempotency-Key</c>, kept for 24 hours. Its key is made by the web host of the
/// caller, the route and that key, hashed, so that nobody finds another's answer. It is encrypted at rest: an answer
/// may hold a session token.
/// </summary>
[Alias("kayse.idempotency")]
public interface IIdempotencyGrain : IGrainWithStringKey
{
    /// <summary>
    /// The answer to the request whose hash this is; null when there is none (any more). Refuses
    /// <c>idempotency_mismatch</c> when the answer there is one to another request.
    /// </summary>
    [Alias("find")]
    Task<StoredResponse?> FindAsync(TokenHash requestHash);

    /// <summary>
    /// Keeps the answer, on disk when the task completes. The first answer wins: while there is one, another is without
    /// effect.
    /// </summary>
    [Alias("store")]
    Task StoreAsync(TokenHash requestHash, StoredResponse response);
}
