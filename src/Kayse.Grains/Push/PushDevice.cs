using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Push;

/// <summary>A device as it is stored.</summary>
internal sealed record PushDevice : ISegmentItem
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The session with which it ends.</summary>
    public required string SessionId { get; init; }

    /// <summary>The host of its push service.</summary>
    public required string Service { get; init; }

    /// <summary>The hash of its endpoint.</summary>
    public required TokenHash Endpoint { get; init; }

    /// <summary>The <see cref="PushSubscriptionSecrets"/>, encrypted for the person.</summary>
    public required byte[] ProtectedSecrets { get; init; }

    /// <summary>The public part of the key that its browser was given: its push service takes messages by no other.</summary>
    public required string PublicKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its push service last took a message; null when it never did.</summary>
    public DateTimeOffset? LastSentAt { get; init; }

    public override string ToString() => $"{nameof(PushDevice)} {Id}";
}

/// <summary>What it takes to send to a device.</summary>
/// <param name="Endpoint">Where to.</param>
/// <param name="P256dh">The public key for which it is encrypted, base64url.</param>
/// <param name="Auth">The secret of the encryption, base64url.</param>
[NoPersonalData("The secrets by which a device is reached; the device is in push-devices.json.")]
internal sealed record PushSubscriptionSecrets(string Endpoint, string P256dh, string Auth)
{
    public override string ToString() => nameof(PushSubscriptionSecrets);
}
