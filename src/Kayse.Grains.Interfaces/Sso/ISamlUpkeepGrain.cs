using Orleans.Concurrency;

namespace Kayse.Grains.Sso;

/// <summary>
/// Keeps a company's SAML connection current, keyed by company id: reads the provider's metadata again every day where it
/// has an address, and warns the Super Admins 30 and 7 days before the last certificate ends.
/// </summary>
[Alias("kayse.saml-upkeep")]
public interface ISamlUpkeepGrain : IGrainWithStringKey
{
    /// <summary>
    /// Begins, and does at once what is due. It goes on by itself for as long as there is a connection. May be repeated;
    /// the flows do so at each sign-in, so that it can't stay undone.
    /// </summary>
    [OneWay, Alias("keep-up")]
    Task KeepUpAsync();

    /// <summary>
    /// Reads the metadata again unless that was tried in the last 5 minutes, because a response was signed by an unknown
    /// certificate; whether the certificates are others now.
    /// </summary>
    [Alias("look-for-new-certificate")]
    Task<bool> LookForNewCertificateAsync();

    /// <summary>When the metadata was read; no times while it never was, or was pasted.</summary>
    [Alias("get-metadata-times"), AlwaysInterleave]
    Task<SamlMetadataTimes> GetMetadataTimesAsync();
}

/// <summary>When a provider's metadata was read from its address.</summary>
/// <param name="ReadAt">When it was last read; null: never.</param>
/// <param name="FailedAt">When reading it failed since then; null: it didn't.</param>
[GenerateSerializer, Immutable, Alias("kayse.saml-metadata-times")]
public sealed record SamlMetadataTimes([property: Id(0)] DateTimeOffset? ReadAt, [property: Id(1)] DateTimeOffset? FailedAt);
