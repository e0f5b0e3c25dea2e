using Kayse.Grains.State;

namespace Kayse.Grains.Invitations;

/// <summary>An invitation in its company's index: what uniqueness and lists need, and what work on it is unfinished. The invitation itself has the truth.</summary>
internal sealed record InvitationEntry : ISegmentItem
{
    public required string Id { get; init; }

    /// <summary>Normalised.</summary>
    public required string Email { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was accepted, declined or revoked; null when it wasn't.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Pending also when it has expired, which is computed.</summary>
    public InvitationStatus Status { get; init; }

    public InvitationWork Work { get; init; }

    /// <summary>While work is under way: the numbers that the invitation may hold because of it.</summary>
    public IReadOnlyList<string> PhoneNumbers { get; init; } = [];

    public InvitationStatus StatusAt(DateTimeOffset now)
        => Status == InvitationStatus.Pending && now >= ExpiresAt ? InvitationStatus.Expired : Status;
}

/// <summary>Work on an invitation that a crash may interrupt; stored before it begins.</summary>
internal enum InvitationWork
{
    None = 0,

    /// <summary>It is being made, changed, sent or ended: ask it where it stands.</summary>
    Changing = 1,

    /// <summary>Somebody is becoming a member by it: finish that.</summary>
    Accepting = 2,
}
