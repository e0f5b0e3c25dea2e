using Kayse.Grains.Privacy;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Privacy;

/// <summary>What it takes to check the certificate of a deleted account.</summary>
internal static class DeletionCertificateEndpoints
{
    public static void MapDeletionCertificates(this RouteGroupBuilder api) =>
        api.MapGroup("/deletion-certificates")
            .WithTags("Privacy")
            .MapGet("/keys", GetDeletionCertificateKeysAsync)
            .Allows(Who.Anyone, limit: RateLimitKind.CertificateKeysPerCaller);

    /// <summary>Get the keys of deletion certificates</summary>
    /// <remarks>
    /// The public keys with which the certificates of deleted accounts are signed, as a JSON Web Key Set (RFC 7517). No
    /// key is ever removed. Certificates are compact JWS with <c>ES256</c>; <c>kid</c> names the key. There are none until
    /// the first account is deleted.
    /// </remarks>
    public static async Task<Ok<CertificateKeysResponse>> GetDeletionCertificateKeysAsync(IGrainFactory grains)
    {
        var keys = await grains.GetGrain<IDeletionCertificatesGrain>(IDeletionCertificatesGrain.TheOnly).ListKeysAsync();
        return TypedResults.Ok(new CertificateKeysResponse([.. keys.Select(CertificateKeyResponse.Of)]));
    }
}
