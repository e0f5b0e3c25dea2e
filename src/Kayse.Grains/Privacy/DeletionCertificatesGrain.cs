using System.Security.Cryptography;
using Kayse.Grains.State;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Privacy;

[GrainType("deletion-certificates")]
internal sealed class DeletionCertificatesGrain(
    [PersistentState("certificate-keys", DurableGrain.Storage)] IPersistentState<CertificateKeysState> storage,
    IDataProtectionProvider protection,
    TimeProvider clock
) : DurableGrain, IDeletionCertificatesGrain, ICertificateSigningGrain
{
    private readonly IDataProtector _protector = protection.CreateProtector("Kayse.DeletionCertificates.Key");

    public Task<IReadOnlyList<CertificateKey>> ListKeysAsync() =>
        Task.FromResult<IReadOnlyList<CertificateKey>>([.. storage.State.Keys.Select(key => key.Public)]);

    public async Task<string> SignAsync(DeletionCertificate certificate)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (storage.State.Keys is not [.., var latest] || !TryLoad(pair, latest))
            latest = await AddAsync(pair);
        return SignedCertificate.Sign(certificate, latest.Public.Id, pair);
    }

    private async Task<StoredCertificateKey> AddAsync(ECDsa pair)
    {
        var privateKey = pair.ExportPkcs8PrivateKey();
        var added = StoredCertificateKey.Of(pair, _protector.Protect(privateKey), clock.GetUtcNow());
        CryptographicOperations.ZeroMemory(privateKey);
        await SaveAsync(storage, new CertificateKeysState { Keys = [.. storage.State.Keys, added] });
        return added;
    }

    // One that can't be decrypted, because the key ring is lost, can't sign any more.
    private bool TryLoad(ECDsa pair, StoredCertificateKey key)
    {
        try
        {
            var privateKey = _protector.Unprotect(key.ProtectedPrivateKey);
            pair.ImportPkcs8PrivateKey(privateKey, out _);
            CryptographicOperations.ZeroMemory(privateKey);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
