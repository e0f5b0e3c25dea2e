namespace Kayse.Grains.Sessions;

/// <summary>How long it counts that a person has proved who they are, by password or code (SE-6).</summary>
public static class SessionProof
{
    /// <summary>How long.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Whether it still counts; <paramref name="provedAt"/> is <see cref="SessionCheck.ProvedAt"/>.</summary>
    public static bool Counts(DateTime provedAt, DateTimeOffset now) => now.UtcDateTime - provedAt < Lifetime;
}
