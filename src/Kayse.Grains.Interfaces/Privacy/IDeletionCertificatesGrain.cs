using Orleans.Concurrency;

namespace Kayse.Grains.Privacy;

/// <summary>
/// The installation's keys for deletion certificates (PR-4), keyed by <see cref="TheOnly"/>: one grain for all silos, so
/// that two never make a key each.
/// </summary>
[Alias("kayse.deletion-certificates")]
public interface IDeletionCertificatesGrain : IGrainWithStringKey
{
    /// <summary>The key of the one grain.</summary>
    const string TheOnly = "installation";

    /// <summary>
    /// The public keys with which certificates can be checked, oldest first; none until the first was signed. A key is
    /// never taken away.
    /// </summary>
    [ReadOnly, Alias("list-keys")]
    Task<IReadOnlyList<CertificateKey>> ListKeysAsync();
}

/// <summary>The public half of a key on P-256.</summary>
/// <param name="Id">What certificates name it by: its thumbprint (RFC 7638).</param>
/// <param name="X">The point's first coordinate, in base64url.</param>
/// <param name="Y">The second.</param>
[GenerateSerializer, Immutable, Alias("kayse.certificate-key")]
public sealed record CertificateKey([property: Id(0)] string Id, [property: Id(1)] string X, [property: Id(2)] string Y);
