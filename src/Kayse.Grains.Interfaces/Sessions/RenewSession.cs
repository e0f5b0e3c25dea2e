using Kayse.Grains.Tokens;

namespace Kayse.Grains.Sessions;

/// <summary>
/// Lets a session go on with another token; given by the user grain only. What is null stays as it is.
/// </summary>
/// <param name="TokenHash">The hash of the new token's secret; the token before opens nothing any more.</param>
[GenerateSerializer, Immutable, Alias("kayse.renew-session")]
public sealed record RenewSession([property: Id(0)] TokenHash TokenHash)
{
    /// <summary>What its person has to do first from now on.</summary>
    [Id(1)]
    public SessionRestriction? Restriction { get; init; }

    /// <summary>Who it acts as in the company in which it goes on.</summary>
    [Id(2)]
    public SessionPrincipal? Principal { get; init; }

    /// <summary>What it is allowed there from its start.</summary>
    [Id(3)]
    public SessionLimits? Limits { get; init; }

    /// <summary>When, in UTC, its person has proved who they are.</summary>
    [Id(4)]
    public DateTime? ProvedAt { get; init; }

    /// <summary>Whether a second factor was part of that; once it was, it stays so.</summary>
    [Id(5)]
    public bool SecondFactorProved { get; init; }
}
