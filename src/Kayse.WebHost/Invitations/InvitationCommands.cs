using Kayse.Grains.Invitations;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Invitations;

/// <summary>Requests as the commands that grains take.</summary>
internal static class InvitationCommands
{
    public static InviteMember ToCommand(this InviteMemberRequest request, string invitationId) =>
        new(
            invitationId,
            request.FullName,
            request.Email,
            request.PhoneNumber,
            request.PhoneCountry,
            request.JobTitle,
            request.ToAccess()
        );

    public static UpdateInvitation ToCommand(this UpdateInvitationRequest request)
    {
        Optionals.RefuseNull([("fullName", request.FullName.IsNull), ("email", request.Email.IsNull), .. request.NullMembers()]);
        return new UpdateInvitation(
            request.FullName.Value,
            request.Email.Value,
            request.PhoneNumber.ToChange(),
            request.PhoneCountry,
            request.JobTitle.ToChange(),
            request.ToAccess()
        );
    }
}
