using Kayse.Grains.State;

namespace Kayse.Grains.Invitations;

/// <summary>
/// An invitation in its company's index: what uniqueness and lists need, and what work on it is unfinished. The
/// invitation itself has the truth.
/// </summary>
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

    /// <summary>E.164, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Who stands for what it gives; null when that was not kept yet.</summary>
    public string? InviterId { get; init; }

    /// <summary>The day of the company's life, from 1, on which a mail was last sent; 0 for none that counts.</summary>
    public int MailDay { get; init; }

    /// <summary>How many mails were sent on that day.</summary>
    public int Mails { get; init; }

    public InvitationStatus StatusAt(DateTimeOffset now) =>
        Status == InvitationStatus.Pending && now >= ExpiresAt ? InvitationStatus.Expired : Status;

    /// <summary>The entry when one more mail goes out.</summary>
    public InvitationEntry WithMail(int day) => this with { MailDay = day, Mails = MailDay == day ? Mails + 1 : 1 };
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
