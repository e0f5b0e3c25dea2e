namespace Kayse.Grains.Passwords;

/// <summary>How much may wait to be hashed.</summary>
/// <param name="Threads">How many hash at once.</param>
/// <param name="MaxWaiting">In all lanes together; known callers and others each have that many places.</param>
/// <param name="MaxWaitingPerLane">In one lane.</param>
/// <param name="LongestWait">How long anybody is expected to wait at most.</param>
internal sealed record HashingLimits(int Threads, int MaxWaiting, int MaxWaitingPerLane, TimeSpan LongestWait)
{
    public static HashingLimits Of(PasswordOptions options) =>
        new(options.MaxConcurrentHashes, options.MaxWaitingHashes, options.MaxWaitingHashesPerNetwork, options.LongestWait);
}
