namespace Kayse.Grains.Sessions;

/// <summary>
/// The answer to "is this session live?". Three cases: live (<see cref="Principal"/> is set), ended
/// (<see cref="Ended"/> is set), unknown (neither: no such session, or not its secret). A struct, because it is made on
/// every request of every service.
/// </summary>
/// <param name="Principal">Who the session acts as, when it is live.</param>
/// <param name="ExpiresAt">When it ends unless it is used before; meaningful only when live.</param>
/// <param name="Ended">Why it ended, when it has; told only to who holds the secret.</param>
[GenerateSerializer, Immutable, Alias("kayse.session-check")]
public readonly record struct SessionCheck(
    [property: Id(0)] SessionPrincipal? Principal,
    [property: Id(1)] DateTimeOffset ExpiresAt,
    [property: Id(2)] SessionEndReason? Ended
)
{
    /// <summary>
    /// When, in UTC, its person last proved in it who they are (SE-6); the least time that there is when they never
    /// did.
    /// </summary>
    [Id(3)]
    public DateTime ProvedAt { get; init; }
}
