namespace Kayse.Grains.Push;

/// <summary>Adds a device that gets push messages, as its browser describes it.</summary>
/// <param name="SessionId">The session to which it belongs.</param>
/// <param name="Endpoint">Where its push service takes messages: a secret address.</param>
/// <param name="P256dh">Its public key, base64url.</param>
/// <param name="Auth">Its authentication secret, base64url.</param>
/// <param name="Name">What the person calls it; null: <paramref name="UsualName"/>.</param>
/// <param name="UsualName">What it looks like, such as <c>Firefox on Windows</c>.</param>
/// <param name="PublicKey">The key of the installation that its browser was given; null: the current one.</param>
[GenerateSerializer, Immutable, Alias("kayse.subscribe-push")]
public sealed record SubscribePush(
    [property: Id(0)] string SessionId,
    [property: Id(1)] string Endpoint,
    [property: Id(2)] string P256dh,
    [property: Id(3)] string Auth,
    [property: Id(4)] string? Name,
    [property: Id(5)] string UsualName,
    [property: Id(6)] string? PublicKey
)
{
    /// <summary>Only its session: the endpoint is a secret.</summary>
    public override string ToString() => $"{nameof(SubscribePush)} {SessionId}";
}
