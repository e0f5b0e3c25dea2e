using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Invitations;

[NoPersonalData("Invitations belong to the company that sends them.")]
internal sealed record InvitationState
{
    /// <summary>Null when there is no such invitation.</summary>
    public string? CompanyId { get; init; }

    public string CompanyName { get; init; } = "";

    public Inviter? InvitedBy { get; init; }

    public InvitationDetails? Details { get; init; }

    /// <summary>The hash of the secret in the last link; older links match nothing.</summary>
    public TokenHash TokenHash { get; init; }

    /// <summary>
    /// The hash of the secret in the link that an admin copied last; null when none did since the last mail.
    /// </summary>
    public TokenHash? CopiedTokenHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last sent.</summary>
    public DateTimeOffset SentAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How often it was sent; names the mail.</summary>
    public int Sendings { get; init; }

    /// <summary>How it ended; null while it is pending (or has expired, which is computed).</summary>
    public InvitationStatus? Ended { get; init; }

    /// <summary>When it ended so; null while it hasn't.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The instant of expiry that the audit log has been told of; null when there is none.</summary>
    public DateTimeOffset? ExpiryRecorded { get; init; }

    /// <summary>The acceptance under way; null when there is none.</summary>
    public InvitationAcceptance? Acceptance { get; init; }

    /// <summary>Grows with every change; the resource's ETag.</summary>
    public long Version { get; init; }

    /// <summary>What has to follow from the last changes, in order.</summary>
    public IReadOnlyList<InvitationStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}
