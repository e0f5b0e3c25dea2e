using Kayse.Grains.Members;

namespace Kayse.Grains.ApiKeys;

/// <summary>
/// The service keys of a company, keyed by company id: API keys that belong to the company rather than to a person. All
/// of it is for Admins and above; what changes something needs step-up.
/// </summary>
[Alias("kayse.company-service-keys")]
public interface ICompanyServiceKeysGrain : IGrainWithStringKey
{
    /// <summary>The keys that have not been revoked, latest first.</summary>
    [Alias("list-service-keys")]
    Task<IReadOnlyList<ServiceKeyView>> ListServiceKeysAsync(Actor actor);

    /// <summary>
    /// Creates a key with the rights of an Admin within its permissions. Refuses bad fields and
    /// <c>service_key_limit_reached</c>. Repeated it gives the same key with another secret.
    /// </summary>
    [Alias("create-service-key")]
    Task<IssuedServiceKey> CreateServiceKeyAsync(Actor actor, CreateApiKey command);

    /// <summary>
    /// Gives a key another secret. The one before works for <paramref name="overlap"/> (0 to 7 days), and any older one
    /// not any more. Refuses <c>not_found</c> and an overlap out of its limits.
    /// </summary>
    [Alias("rotate-service-key")]
    Task<IssuedServiceKey> RotateServiceKeyAsync(Actor actor, string keyId, TimeSpan overlap);

    /// <summary>Ends the overlap of a rotation. May be repeated. Refuses <c>not_found</c>.</summary>
    [Alias("end-service-key-overlap")]
    Task EndServiceKeyOverlapAsync(Actor actor, string keyId);

    /// <summary>Ends a key for good; the next request with it is refused. Refuses <c>not_found</c>.</summary>
    [Alias("revoke-service-key")]
    Task RevokeServiceKeyAsync(Actor actor, string keyId);
}
