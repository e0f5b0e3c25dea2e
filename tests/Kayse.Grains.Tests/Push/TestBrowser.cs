using System.Buffers.Text;
using System.Security.Cryptography;
using Kayse.Grains.Push;

namespace Kayse.Grains.Tests.Push;

/// <summary>A browser that can be subscribed to push messages.</summary>
internal sealed class TestBrowser
{
    private static int _count;

    public string Endpoint { get; init; } = $"https://fcm.googleapis.com/fcm/send/{Interlocked.Increment(ref _count)}";

    public string P256dh { get; init; } = NewPublicKey();

    public string Auth { get; init; } = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public SubscribePush In(string sessionId) => new(sessionId, Endpoint, P256dh, Auth, Name: null, "Chrome on Linux", PublicKey: null);

    private static string NewPublicKey()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
    }
}
