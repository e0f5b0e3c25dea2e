using System.Text.Json.Serialization;
using Kayse.Grains.Mail;
using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

/// <summary>An invitation as the company's admins see it.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Details">Who is invited, as what.</param>
/// <param name="Status">Where it stands now.</param>
/// <param name="InvitedBy">Who invited.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="SentAt">When it was last sent.</param>
/// <param name="ExpiresAt">From when on it can't be accepted.</param>
/// <param name="Delivery">Where the last mail stands.</param>
[GenerateSerializer, Immutable, Alias("kayse.invitation-view")]
public sealed record InvitationView(
    [property: Id(0)] string Id,
    [property: Id(1)] InvitationDetails Details,
    [property: Id(2)] InvitationStatus Status,
    [property: Id(3)] Inviter InvitedBy,
    [property: Id(4)] DateTimeOffset CreatedAt,
    [property: Id(5)] DateTimeOffset SentAt,
    [property: Id(6)] DateTimeOffset ExpiresAt,
    [property: Id(7)] MailDelivery Delivery
)
{
    /// <summary>Counts up with every change; the resource's ETag.</summary>
    [Id(8)]
    public long Version { get; init; }

    /// <summary>When it was accepted, declined or revoked; null when it wasn't.</summary>
    [Id(9)]
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Who is invited, as what. All of it checked.</summary>
/// <param name="FullName">1 to 200 characters.</param>
/// <param name="Email">Normalised address.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="JobTitle">Up to 200 characters, or null.</param>
/// <param name="Access">What they will have.</param>
[GenerateSerializer, Immutable, Alias("kayse.invitation-details")]
public sealed record InvitationDetails(
    [property: Id(0)] string FullName,
    [property: Id(1)] string Email,
    [property: Id(2)] string? PhoneNumber,
    [property: Id(3)] string? JobTitle,
    [property: Id(4)] AccessGrant Access
)
{
    /// <summary>The role that they will have.</summary>
    [JsonIgnore]
    public Role Role => Access.Role;
}

/// <summary>Who invited.</summary>
[GenerateSerializer, Immutable, Alias("kayse.inviter")]
public sealed record Inviter([property: Id(0)] string UserId, [property: Id(1)] string FullName);
