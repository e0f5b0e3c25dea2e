namespace Kayse.Grains.Push;

/// <summary>
/// The way out for one push message. Sending twice is allowed: the message's id stays the same, so that the device can
/// tell.
/// </summary>
public interface IPushTransport
{
    /// <summary>Hands the message to the device's push service, and answers what that made of it. Throws when it can't be
    /// reached, which means try again later.</summary>
    Task<PushResponse> SendAsync(PushMessage message, CancellationToken ct);
}

/// <summary>A message for one device.</summary>
/// <param name="Endpoint">Where its push service takes it.</param>
/// <param name="P256dh">The public key for which it is encrypted, base64url.</param>
/// <param name="Auth">The secret of the encryption, base64url.</param>
/// <param name="Payload">What the device gets, JSON.</param>
/// <param name="TimeToLive">How long the push service keeps it for a device that is off.</param>
/// <param name="Urgency">Whether it may wake a device that saves its battery.</param>
/// <param name="Key">The key pair that proves whose message it is.</param>
public sealed record PushMessage(
    string Endpoint,
    string P256dh,
    string Auth,
    string Payload,
    TimeSpan TimeToLive,
    PushUrgency Urgency,
    PushSigningKey Key
)
{
    /// <summary>Of several with the same that wait for a device, the push service keeps the latest; null: keeps all.</summary>
    public string? Topic { get; init; }

    /// <summary>Nothing of it: it is secret.</summary>
    public override string ToString() => nameof(PushMessage);
}

/// <summary>How urgent a push message is (RFC 8030).</summary>
public enum PushUrgency
{
    /// <summary>It can wait until the device charges.</summary>
    Low,

    /// <summary>As most are.</summary>
    Normal,

    /// <summary>It can't wait.</summary>
    High,
}

/// <summary>The key pair of the installation for push services (VAPID, RFC 8292).</summary>
/// <param name="PublicKey">65 bytes in base64url.</param>
/// <param name="PrivateKey">32 bytes in base64url.</param>
/// <param name="Subject">Whom to contact.</param>
public sealed record PushSigningKey(string PublicKey, string PrivateKey, string Subject)
{
    /// <summary>Not the private key.</summary>
    public override string ToString() => nameof(PushSigningKey);
}

/// <summary>What a push service made of a message.</summary>
/// <param name="Outcome">Whether it took it.</param>
/// <param name="RetryAfter">When it wants to be asked again; null when it didn't say.</param>
public sealed record PushResponse(PushOutcome Outcome, TimeSpan? RetryAfter = null);

/// <summary>What became of a push message.</summary>
public enum PushOutcome
{
    /// <summary>The push service has taken it.</summary>
    Sent,

    /// <summary>There is no such device any more.</summary>
    Gone,

    /// <summary>It may work later.</summary>
    Busy,

    /// <summary>It won't work, this one at least.</summary>
    Refused,
}
