namespace Kayse.Grains.Invitations;

/// <summary>A link to an invitation that an admin passes on themselves.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Token">What follows <c>#token=</c>; kept nowhere.</param>
[GenerateSerializer, Immutable, Alias("kayse.invitation-link")]
public sealed record InvitationLink([property: Id(0)] InvitationView Invitation, [property: Id(1)] string Token)
{
    /// <summary>Leaves the token out.</summary>
    public override string ToString() => nameof(InvitationLink);
}
