namespace Kayse.Grains.Errors;

/// <summary>Why a command is refused: a stable code of the HTTP contract and a sentence for a person.</summary>
/// <param name="Code">Stable snake_case word; clients branch on it.</param>
/// <param name="Message">One sentence; holds nothing secret and nothing internal.</param>
[GenerateSerializer, Immutable, Alias("kayse.refusal")]
public sealed record Refusal([property: Id(0)] string Code, [property: Id(1)] string Message)
{
    /// <summary>Messages by camelCase field name, or null when no field is at fault.</summary>
    [Id(2)]
    public IReadOnlyDictionary<string, string[]>? Fields { get; init; }

    /// <summary>For <c>session_ended</c>: why the session ended, as the contract spells it. Null otherwise.</summary>
    [Id(3)]
    public string? Reason { get; init; }

    /// <summary>
    /// For <c>rate_limited</c> and <c>account_locked</c>: after how long the next try has a chance. Null otherwise.
    /// </summary>
    [Id(4)]
    public TimeSpan? RetryAfter { get; init; }
}
