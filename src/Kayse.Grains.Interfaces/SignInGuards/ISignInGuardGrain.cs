using Orleans.Concurrency;

namespace Kayse.Grains.SignInGuards;

/// <summary>
/// Keeps guesses of a secret few (US-6): counts failures for one account, trusted device, session, IP address or
/// network, keyed by <see cref="SignInGuardKeys"/>. It counts by address whether anybody has it or not, so that a lock
/// tells nothing. What it counts outlives a restart, and is forgotten after a time without failures.
/// </summary>
[Alias("kayse.sign-in-guard")]
public interface ISignInGuardGrain : IGrainWithStringKey
{
    /// <summary>
    /// Asks to try a secret. Whoever may has an attempt under way, which counts like a failure until its end is told;
    /// where only so many may be under way, it waits a while for others to end.
    /// </summary>
    /// <param name="attemptId">Unique; names the attempt when its end is told.</param>
    [Alias("attempt"), AlwaysInterleave]
    Task<SignInGuardAnswer> AttemptAsync(string attemptId);

    /// <summary>The secret was wrong. Counted on disk when the task completes; answers how it stands now.</summary>
    [Alias("failed")]
    Task<SignInGuardAnswer> FailedAsync(string attemptId);

    /// <summary>
    /// All that a sign-in asks for was right. The failures of an account are forgotten by that; those of a network are
    /// not.
    /// </summary>
    [Alias("succeeded")]
    Task SucceededAsync(string attemptId);

    /// <summary>The attempt ended without an answer to the question whether the secret was right.</summary>
    [Alias("release"), AlwaysInterleave]
    Task ReleaseAsync(string attemptId);

    /// <summary>Forgets every failure, and any lock with them. May be repeated.</summary>
    [Alias("clear")]
    Task ClearAsync();

    /// <summary>
    /// The person has been told of the lock: <see cref="SignInGuardAnswer.LockUntold"/> is over. May be repeated.
    /// </summary>
    [Alias("lock-told")]
    Task LockToldAsync();
}
