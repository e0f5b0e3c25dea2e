namespace Kayse.Grains.SignInGuards;

/// <summary>Whether a secret may be tried.</summary>
/// <param name="Verdict">Whether.</param>
/// <param name="RetryAfter">When not: after how long the next try has a chance.</param>
/// <param name="LockUntold">Whether there was a lock of which the person, if there is one, has not been told.</param>
[GenerateSerializer, Immutable, Alias("kayse.sign-in-guard-answer")]
public sealed record SignInGuardAnswer(
    [property: Id(0)] SignInGuardVerdict Verdict,
    [property: Id(1)] TimeSpan RetryAfter,
    [property: Id(2)] bool LockUntold
);

/// <summary>How somebody who wants to try a secret stands.</summary>
[GenerateSerializer, Alias("kayse.sign-in-guard-verdict")]
public enum SignInGuardVerdict
{
    /// <summary>They may.</summary>
    Allowed = 0,

    /// <summary>Not at once: there were failures.</summary>
    Wait = 1,

    /// <summary>Not for a longer time: there were many.</summary>
    Locked = 2,
}
