using System.Security.Cryptography;
using System.Text;

namespace Kayse.Grains.Sso;

/// <summary>
/// Ids of a connection that may be used once, and outcomes that are fetched once; keyed by
/// <see cref="SsoOnceKeys.Of"/>, so that a busy morning is spread over many. Everything here is forgotten after 10
/// minutes, or when the time that was named is over.
/// </summary>
[Alias("kayse.sso-once")]
public interface ISsoOnceGrain : IGrainWithStringKey
{
    /// <summary>
    /// Notes that an id was used, such as that of a SAML assertion, on disk when the task completes. False when it was used
    /// before. Refuses <c>rate_limited</c> when too many are noted: what can't be remembered isn't let through.
    /// </summary>
    /// <param name="id">Anything; it is kept as a hash.</param>
    /// <param name="until">Until when it is remembered, at most an hour.</param>
    [Alias("use")]
    Task<bool> UseAsync(string id, DateTimeOffset until);

    /// <summary>
    /// Keeps what came of a sign-in for 10 minutes, under a code that nobody can guess, for the browser that began it.
    /// </summary>
    [Alias("keep")]
    Task KeepAsync(string code, SsoOutcome outcome);

    /// <summary>What was kept under the code, which is used up by that; null when there is nothing, or not any more.</summary>
    [Alias("take")]
    Task<SsoOutcome?> TakeAsync(string code);
}

/// <summary>What came of a sign-in at an identity provider that answered by a POST, which brings no cookies.</summary>
/// <param name="AttemptId">What the provider's answer names as what it answers, which the browser has to bring too.</param>
/// <param name="Identity">Who it is; null when a check failed.</param>
/// <param name="Report">The checks.</param>
[GenerateSerializer, Immutable, Alias("kayse.sso-outcome")]
public sealed record SsoOutcome(
    [property: Id(0)] string AttemptId,
    [property: Id(1)] VerifiedIdentity? Identity,
    [property: Id(2)] SsoTestReport Report
);

/// <summary>The keys of <see cref="ISsoOnceGrain"/>.</summary>
public static class SsoOnceKeys
{
    private const int Shards = 64;

    /// <summary>Where an id of a connection, or a code, is kept.</summary>
    public static string Of(string connectionId, string id) =>
        $"{connectionId}-{SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] % Shards}";
}
