using Kayse.Grains.State;

namespace Kayse.Grains.Idempotency;

/// <summary>One answer, as it is stored.</summary>
[NoPersonalData("Answers to requests, for 24 hours; what they say is in other files.")]
internal sealed record IdempotencyState
{
    /// <summary>The encrypted <see cref="IdempotencyRecord"/>; null when there is none.</summary>
    public byte[]? Protected { get; init; }

    /// <summary>From when on the answer is not given again, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}
