using System.Buffers.Text;
using System.Security.Cryptography;
using Kayse.Grains.State;

namespace Kayse.Grains.Push;

/// <summary>A key pair of the installation for push services, as it is stored.</summary>
/// <param name="PublicKey">65 bytes in base64url; it is known by this.</param>
/// <param name="ProtectedPrivateKey">Encrypted with the key ring.</param>
/// <param name="CreatedAt">When it was made.</param>
[GenerateSerializer, Immutable, Alias("kayse.vapid-key")]
internal sealed record VapidKey(
    [property: Id(0)] string PublicKey,
    [property: Id(1)] byte[] ProtectedPrivateKey,
    [property: Id(2)] DateTimeOffset CreatedAt
)
{
    public static VapidKey New(PushSecrets secrets, DateTimeOffset now)
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parts = pair.ExportParameters(includePrivateParameters: true);
        byte[] publicKey = [4, .. parts.Q.X!, .. parts.Q.Y!];
        var key = new VapidKey(Base64Url.EncodeToString(publicKey), secrets.ProtectKey(parts.D!), now);
        CryptographicOperations.ZeroMemory(parts.D);
        return key;
    }

    public override string ToString() => $"{nameof(VapidKey)} {PublicKey}";
}

/// <summary>The key pairs of the installation.</summary>
[NoPersonalData("Keys of the installation.")]
internal sealed record VapidKeysState
{
    /// <summary>Latest last: browsers are given that.</summary>
    public IReadOnlyList<VapidKey> Keys
    {
        get;
        init => field = value ?? [];
    } = [];
}

internal static class VapidKeyRules
{
    /// <summary>
    /// How long a key is kept after browsers are no longer given it: as long as a session may last, and its devices with
    /// it.
    /// </summary>
    public static readonly TimeSpan KeptAfterwards = TimeSpan.FromDays(366);

    /// <summary>The key that browsers are given; null when it is time for another.</summary>
    public static VapidKey? Current(VapidKeysState state, PushOptions options, DateTimeOffset now) =>
        state.Keys is [.., var latest] && now < latest.CreatedAt + options.KeyLifetime && !(latest.CreatedAt < options.RotateKeysBefore)
            ? latest
            : null;

    /// <summary>The keys with another, without those that no device can have any more.</summary>
    public static VapidKeysState With(VapidKeysState state, VapidKey added) =>
        new()
        {
            Keys =
            [
                // The one after a key says since when browsers haven't been given it.
                .. state.Keys.Where(
                    (_, at) => at + 1 >= state.Keys.Count || state.Keys[at + 1].CreatedAt + KeptAfterwards > added.CreatedAt
                ),
                added,
            ],
        };
}
