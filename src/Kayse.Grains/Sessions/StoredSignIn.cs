namespace Kayse.Grains.Sessions;

/// <summary>An entry of a company's history as it is stored.</summary>
internal sealed record StoredSignIn
{
    public DateTimeOffset At { get; init; }

    public SignInOutcome Outcome { get; init; }

    /// <summary>Null for what was no failure.</summary>
    public SignInFailure? Failure { get; init; }

    /// <summary>
    /// The person's number in this history; 0 when they have been erased, or for failures of several.
    /// </summary>
    public int Person { get; init; }

    /// <summary>Null for a failure.</summary>
    public string? SessionId { get; init; }

    public ClientDevice Device { get; init; } = ClientDevice.Unknown;

    /// <summary>How many times again; 0 for a success.</summary>
    public int Repeated { get; init; }

    /// <summary>When the last time was; null when there was but one.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Whether it is too old to be told: its place is kept, and nothing else.</summary>
    public bool Forgotten { get; init; }

    /// <summary>With one more; news of failures may come in any order.</summary>
    public StoredSignIn AgainAt(DateTimeOffset at) =>
        this with
        {
            Repeated = Repeated + 1,
            LastAt = at > (LastAt ?? At) ? at : LastAt ?? At,
        };

    public SignInKey Key => new(At, Person, Outcome, Forgotten);
}
