namespace Kayse.Grains.Pairing;

/// <summary>
/// A code by which an app is paired (MOB-1), keyed by its first half (<see cref="PairingCode.Slot"/>). Whatever is wrong
/// with a code, the refusal is the same.
/// </summary>
[Alias("kayse.pairing-code")]
public interface IPairingCodeGrain : IGrainWithStringKey
{
    /// <summary>
    /// Has a code work for <see cref="PairingCode.Lifetime"/>; answers until when, on disk. Null when another code begins
    /// alike and still works: the caller tries another.
    /// </summary>
    [Alias("offer")]
    Task<DateTimeOffset?> OfferAsync(PairingOffer offer, string code);

    /// <summary>
    /// Uses a code up and answers what it was offered for. Refuses <c>pairing_code_invalid</c> when it is wrong, used, or
    /// too old; the fifth wrong one that begins alike ends it.
    /// </summary>
    [Alias("redeem")]
    Task<PairingOffer> RedeemAsync(string code);
}

/// <summary>Who offers to pair an app.</summary>
/// <param name="UserId">The person.</param>
/// <param name="SessionId">The session in which they do; when it has ended, so has the offer.</param>
[GenerateSerializer, Immutable, Alias("kayse.pairing-offer")]
public sealed record PairingOffer([property: Id(0)] string UserId, [property: Id(1)] string SessionId);
