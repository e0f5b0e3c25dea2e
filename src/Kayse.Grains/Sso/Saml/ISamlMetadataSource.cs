namespace Kayse.Grains.Sso.Saml;

/// <summary>Fetches the metadata of identity providers. Implementations may be used from any number of threads.</summary>
public interface ISamlMetadataSource
{
    /// <summary>What is at the address; null when it can't be fetched, or not in time.</summary>
    Task<byte[]?> FetchAsync(string url, CancellationToken cancellationToken = default);
}
