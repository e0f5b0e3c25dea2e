namespace Kayse.Grains.SignInGuards;

/// <summary>
/// How many wrong guesses are put up with; section <c>Kayse:SignInGuard</c>, such as
/// <c>Kayse:SignInGuard:Account:LockAfter</c>.
/// </summary>
public sealed class SignInGuardOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:SignInGuard";

    /// <summary>
    /// For one email address, known or not; for one trusted device; and for the proofs asked for within one session.
    /// </summary>
    public SignInGuardRule Account { get; set; } =
        new()
        {
            FreeFailures = 3,
            LongestDelay = TimeSpan.FromMinutes(1),
            LockAfter = 10,
        };

    /// <summary>For one IPv4 address or one IPv6 network of /64.</summary>
    public SignInGuardRule Ip { get; set; } =
        new()
        {
            FreeFailures = 30,
            LongestDelay = TimeSpan.FromSeconds(10),
            LockAfter = 100,
        };

    /// <summary>For one IPv4 network of /24 or one IPv6 network of /48.</summary>
    public SignInGuardRule Network { get; set; } =
        new()
        {
            FreeFailures = 100,
            LongestDelay = TimeSpan.FromSeconds(10),
            LockAfter = 300,
        };
}

/// <summary>How failures slow down whoever makes them.</summary>
public sealed class SignInGuardRule
{
    /// <summary>How many there may be without any delay; 0 to 1,000,000.</summary>
    public int FreeFailures { get; set; }

    /// <summary>The delay after the next; it doubles with each one more. 0 to 1 hour.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>What it doubles up to; 0 to 1 hour.</summary>
    public TimeSpan LongestDelay { get; set; }

    /// <summary>
    /// The failure that locks; more than <see cref="FreeFailures"/>, up to 1,000,000. When the lock is over, half of
    /// the failures still count.
    /// </summary>
    public int LockAfter { get; set; }

    /// <summary>How long; 1 second to 1 day.</summary>
    public TimeSpan LockFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// When failures are forgotten: for an account after the last of them, for an IP address or a network after the
    /// first. <see cref="LockFor"/> to 1 day.
    /// </summary>
    public TimeSpan ForgetAfter { get; set; } = TimeSpan.FromHours(1);
}
