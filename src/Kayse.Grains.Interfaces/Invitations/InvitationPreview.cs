using Kayse.Grains.Members;

namespace Kayse.Grains.Invitations;

/// <summary>What the holder of an invitation's token may know before accepting.</summary>
[GenerateSerializer, Immutable, Alias("kayse.invitation-preview")]
public sealed record InvitationPreview(
    [property: Id(0)] string CompanyId,
    [property: Id(1)] string CompanyName,
    [property: Id(2)] string Email,
    [property: Id(3)] string FullName,
    [property: Id(4)] Role Role,
    [property: Id(5)] DateTimeOffset ExpiresAt
)
{
    /// <summary>The name of the person who invited; null when it isn't known.</summary>
    [Id(6)]
    public string? InvitedBy { get; init; }

    /// <summary>
    /// Whether the token was mailed to the address, so that whoever has it reads mail there. An admin may pass on a link
    /// that was not.
    /// </summary>
    [Id(7)]
    public bool ProvesAddress { get; init; }
}
