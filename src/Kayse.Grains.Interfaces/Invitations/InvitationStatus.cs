namespace Kayse.Grains.Invitations;

/// <summary>Where an invitation stands. <see cref="Expired"/> is computed from the clock, whatever is stored.</summary>
[GenerateSerializer, Alias("kayse.invitation-status")]
public enum InvitationStatus
{
    /// <summary>Sent, and can be accepted.</summary>
    Pending = 0,

    /// <summary>Used.</summary>
    Accepted = 1,

    /// <summary>Turned down by the invitee.</summary>
    Declined = 2,

    /// <summary>Taken back.</summary>
    Revoked = 3,

    /// <summary>Not used in time.</summary>
    Expired = 4,
}
