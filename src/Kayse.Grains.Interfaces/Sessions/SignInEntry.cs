namespace Kayse.Grains.Sessions;

/// <summary>A sign-in, or a failure to sign in, in a company's history.</summary>
/// <param name="Id">Unique in the history.</param>
/// <param name="At">When; of repeated failures the first.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Failure">Why it failed; null for a success.</param>
/// <param name="UserId">Whose account; null when they have been erased, or when it stands for failures of
/// several.</param>
/// <param name="FullName">What they were called at their first sign-in here; null likewise.</param>
/// <param name="SessionId">The session that started; null for a failure.</param>
/// <param name="Device">What it was on.</param>
/// <param name="Count">How many failures it stands for; 1 for a success.</param>
/// <param name="LastAt">When the last of them was.</param>
[GenerateSerializer, Immutable, Alias("kayse.sign-in-entry")]
public sealed record SignInEntry(
    [property: Id(0)] string Id,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] SignInOutcome Outcome,
    [property: Id(3)] SignInFailure? Failure,
    [property: Id(4)] string? UserId,
    [property: Id(5)] string? FullName,
    [property: Id(6)] string? SessionId,
    [property: Id(7)] ClientDevice Device,
    [property: Id(8)] int Count,
    [property: Id(9)] DateTimeOffset LastAt
)
{
    /// <summary>Their address; null when they are no member any more.</summary>
    [Id(10)]
    public string? Email { get; init; }

    /// <summary>The name of their photo, or null.</summary>
    [Id(11)]
    public string? Photo { get; init; }
}

/// <summary>How a sign-in went.</summary>
[GenerateSerializer, Alias("kayse.sign-in-outcome")]
public enum SignInOutcome
{
    /// <summary>A session started.</summary>
    Success = 0,

    /// <summary>It was refused.</summary>
    Failure = 1,

    /// <summary>A session went on here from another company.</summary>
    Switched = 2,
}

/// <summary>Which entries are asked for; null lets everything through.</summary>
/// <param name="UserIds">Of one of these people.</param>
/// <param name="Outcome">Of this outcome.</param>
[GenerateSerializer, Immutable, Alias("kayse.sign-in-history-filter")]
public sealed record SignInHistoryFilter([property: Id(0)] IReadOnlyList<string>? UserIds, [property: Id(1)] SignInOutcome? Outcome)
{
    /// <summary>Not before this.</summary>
    [Id(2)]
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this.</summary>
    [Id(3)]
    public DateTimeOffset? To { get; init; }
}

/// <summary>Which part of the history an admin asks for; null lets everything through.</summary>
/// <param name="UserId">Of this person.</param>
/// <param name="Search">Of members in whose name, address or job title all of these words occur.</param>
/// <param name="Outcome">Of this outcome.</param>
/// <param name="From">Not before this.</param>
/// <param name="To">Before this.</param>
[GenerateSerializer, Immutable, Alias("kayse.sign-in-search")]
public sealed record SignInSearch(
    [property: Id(0)] string? UserId,
    [property: Id(1)] string? Search,
    [property: Id(2)] SignInOutcome? Outcome,
    [property: Id(3)] DateTimeOffset? From,
    [property: Id(4)] DateTimeOffset? To
);
