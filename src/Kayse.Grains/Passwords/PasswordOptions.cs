namespace Kayse.Grains.Passwords;

/// <summary>Settings under <c>Kayse:Passwords</c>.</summary>
public sealed class PasswordOptions
{
    /// <summary>The section they are read from.</summary>
    public const string Section = "Kayse:Passwords";

    /// <summary>The least iterations that a live service should use: OWASP's advice for PBKDF2-HMAC-SHA512.</summary>
    public const int AdvisedIterations = 210_000;

    /// <summary>
    /// Iterations of PBKDF2-HMAC-SHA512 in new hashes; at least 1,000. Fewer than <see cref="AdvisedIterations"/> is
    /// for tests, and is warned about at start.
    /// </summary>
    public int Iterations { get; set; } = AdvisedIterations;

    /// <summary>
    /// How many passwords are hashed at once, 1 to 1,024. By default one core is left to everything else.
    /// </summary>
    public int MaxConcurrentHashes { get; set; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>
    /// How many callers may wait for their hash, 1 to 100,000; one more is refused with <c>unavailable</c>.
    /// </summary>
    public int MaxWaitingHashes { get; set; } = 256;

    /// <summary>
    /// How many of them may come from one network (an IPv4 /24 or an IPv6 /48), 1 to 100,000; one more is refused with
    /// <c>rate_limited</c>.
    /// </summary>
    public int MaxWaitingHashesPerNetwork { get; set; } = 32;

    /// <summary>
    /// How long a caller is expected to wait at most, 100 milliseconds to 5 minutes; who would wait longer is refused
    /// with <c>unavailable</c> at once.
    /// </summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(10);
}
