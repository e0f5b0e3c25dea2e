using Kayse.Grains.Invitations;

namespace Kayse.WebHost.Invitations.Pages;

/// <summary>
/// What is offered for an invitation. It only spares people buttons that would be refused: what is allowed the company
/// decides.
/// </summary>
internal static class InvitationActions
{
    public static bool IsChangeable(InvitationView invitation) => invitation.Status == InvitationStatus.Pending;

    public static bool IsSendable(InvitationView invitation) => invitation.Status is InvitationStatus.Pending or InvitationStatus.Expired;
}
