namespace Kayse.Grains.Push;

/// <summary>A device that gets push messages.</summary>
/// <param name="Id">Unique among the person's.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="SessionId">The session to which it belongs.</param>
/// <param name="Service">The host of its push service.</param>
/// <param name="CreatedAt">When it was added.</param>
[GenerateSerializer, Immutable, Alias("kayse.push-device-view")]
public sealed record PushDeviceView(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string SessionId,
    [property: Id(3)] string Service,
    [property: Id(4)] DateTimeOffset CreatedAt
)
{
    /// <summary>When its push service last took a message; null when it never did.</summary>
    [Id(5)]
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>Whether its browser should subscribe again, because the installation has a newer key.</summary>
    [Id(6)]
    public bool NeedsRenewal { get; init; }

    /// <summary>A hash of its endpoint, base64url, by which a browser knows itself.</summary>
    [Id(7)]
    public string Fingerprint { get; init; } = "";
}

/// <summary>The devices of a person.</summary>
/// <param name="Devices">Latest first.</param>
/// <param name="PublicKey">What a browser needs to subscribe, base64url; null when push is not available.</param>
/// <param name="IsContentAllowed">Whether messages say more than their title.</param>
[GenerateSerializer, Immutable, Alias("kayse.push-devices-view")]
public sealed record PushDevicesView(
    [property: Id(0)] IReadOnlyList<PushDeviceView> Devices,
    [property: Id(1)] string? PublicKey,
    [property: Id(2)] bool IsContentAllowed
);
