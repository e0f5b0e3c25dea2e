using Kayse.Grains.State;

namespace Kayse.Grains.Pairing;

/// <summary>A code that was offered; empty when none is.</summary>
[NoPersonalData("A code that works for 5 minutes.")]
internal sealed record PairingState
{
    public string? UserId { get; init; }

    public string? SessionId { get; init; }

    /// <summary>The code, encrypted: of so few characters a hash would hide nothing.</summary>
    public byte[]? ProtectedCode { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How many others that begin alike were tried.</summary>
    public int WrongCodes { get; init; }

    public bool Works(DateTimeOffset now) => UserId is not null && now < ExpiresAt;
}
