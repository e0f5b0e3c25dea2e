using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

/// <summary>One of many people to invite, in the words of a list: nothing is checked yet (IN-10).</summary>
/// <param name="InvitationId">The new invitation's id.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Any form of the address.</param>
/// <param name="Role">The role to give; null when what was written is none.</param>
/// <param name="PhoneNumber">International form; null, blank or a bare country code for none.</param>
/// <param name="JobTitle">Or null.</param>
/// <param name="ScopeNames">Scopes by name, in any case.</param>
[GenerateSerializer, Immutable, Alias("kayse.invite-row")]
public sealed record InviteRow(
    [property: Id(0)] string InvitationId,
    [property: Id(1)] string FullName,
    [property: Id(2)] string Email,
    [property: Id(3)] Role? Role,
    [property: Id(4)] string? PhoneNumber,
    [property: Id(5)] string? JobTitle,
    [property: Id(6)] IReadOnlyList<string> ScopeNames
)
{
    /// <summary>
    /// <c>all</c> or <c>assigned</c>, in any case; null or blank when the row doesn't say: all, or assigned where
    /// scopes are named.
    /// </summary>
    [Id(7)]
    public string? CaseAccess { get; init; }

    /// <summary>As <see cref="CaseAccess"/>, for agents.</summary>
    [Id(8)]
    public string? AgentAccess { get; init; }
}

/// <summary>What became of a row.</summary>
/// <param name="Outcome">Which of the four.</param>
/// <param name="Refusal">Why nothing was done, with all fields that are at fault; null when something was.</param>
[GenerateSerializer, Immutable, Alias("kayse.invite-row-outcome")]
public sealed record InviteRowOutcome([property: Id(0)] InviteOutcome Outcome, [property: Id(1)] Refusal? Refusal);

/// <summary>What became of a row.</summary>
[GenerateSerializer, Alias("kayse.invite-outcome")]
public enum InviteOutcome
{
    /// <summary>An invitation was sent.</summary>
    Invited = 0,

    /// <summary>The admin of another company was added at once (IN-8).</summary>
    Added = 1,

    /// <summary>There was nothing to do: they are invited, or a member.</summary>
    Skipped = 2,

    /// <summary>The row is at fault, or there was no room for it; nothing was done.</summary>
    Refused = 3,
}
