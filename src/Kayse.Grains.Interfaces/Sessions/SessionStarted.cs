namespace Kayse.Grains.Sessions;

/// <summary>A session that starts, as its company is told.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="FullName">What they are called.</param>
/// <param name="Device">What it runs on.</param>
/// <param name="At">When.</param>
/// <param name="NotAfter">By when it has ended whatever happens.</param>
/// <param name="IsSwitch">Whether it went on here from another company, rather than began with a sign-in.</param>
[GenerateSerializer, Immutable, Alias("kayse.session-started")]
public sealed record SessionStarted(
    [property: Id(0)] string SessionId,
    [property: Id(1)] string UserId,
    [property: Id(2)] string FullName,
    [property: Id(3)] ClientDevice Device,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] DateTimeOffset NotAfter,
    [property: Id(6)] bool IsSwitch
);
