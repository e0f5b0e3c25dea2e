using Kayse.Grains.State;

namespace Kayse.Grains.SignInGuards;

/// <summary>The failures that have not been forgotten; there is no state when there are none.</summary>
[NoPersonalData("Counts of failed sign-ins by hash and address, for about an hour.")]
internal sealed record SignInGuardState
{
    public int Failures { get; init; }

    public DateTimeOffset FirstFailureAt { get; init; }

    public DateTimeOffset LastFailureAt { get; init; }

    /// <summary>Until when nothing may be tried; null when it never came to that. It may have passed.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Whether the person was told of a lock since the first failure.</summary>
    public bool LockTold { get; init; }
}
