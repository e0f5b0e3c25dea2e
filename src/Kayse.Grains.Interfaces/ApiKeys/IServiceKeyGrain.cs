using Kayse.Grains.Audit;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.ApiKeys;

/// <summary>
/// One service key, keyed by its id; checked by <see cref="IApiKeyGrain"/>. The company's grain alone gives it commands,
/// each with what to write in the audit log. What it answers names its creator by user id.
/// </summary>
[Alias("kayse.service-key")]
public interface IServiceKeyGrain : IGrainWithStringKey
{
    /// <summary>
    /// Creates the key; on disk when the task completes. Repeating it gives the key another secret.
    /// </summary>
    [Alias("start-service-key")]
    Task<ServiceKeyView> StartServiceKeyAsync(StartServiceKey command);

    /// <summary>The key, expired or not; null when there is none, or none any more.</summary>
    [Alias("get-service-key")]
    Task<ServiceKeyView?> GetServiceKeyAsync();

    /// <summary>
    /// Gives the key another secret; the one before works until <paramref name="previousUntil"/>. Refuses
    /// <c>not_found</c>.
    /// </summary>
    [Alias("rotate-secret")]
    Task<ServiceKeyView> RotateSecretAsync(TokenHash secret, DateTimeOffset previousUntil, AuditRecord account);

    /// <summary>Ends the overlap of a rotation; without effect when there is none.</summary>
    [Alias("end-overlap")]
    Task EndOverlapAsync(AuditRecord account);

    /// <summary>Ends the key for good. May be repeated.</summary>
    [Alias("revoke-service-key")]
    Task RevokeServiceKeyAsync(AuditRecord account);

    /// <summary>Replaces what the key knows of its company. Without effect when there is no such key.</summary>
    [Alias("set-service-principal")]
    Task SetServicePrincipalAsync(SessionPrincipal principal);
}

/// <summary>Starts a service key.</summary>
/// <param name="Secret">The hash of its secret.</param>
/// <param name="Key">What was asked for.</param>
/// <param name="Principal">Who it acts as.</param>
/// <param name="CreatedBy">The user id of who creates it.</param>
/// <param name="Account">For the audit log.</param>
[GenerateSerializer, Immutable, Alias("kayse.start-service-key")]
public sealed record StartServiceKey(
    [property: Id(0)] TokenHash Secret,
    [property: Id(1)] CreateApiKey Key,
    [property: Id(2)] SessionPrincipal Principal,
    [property: Id(3)] string CreatedBy,
    [property: Id(4)] AuditRecord Account
);
