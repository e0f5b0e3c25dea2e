using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Members;

namespace Kayse.WebHost.Invitations;

/// <summary>Requests as the commands that grains take.</summary>
internal static class InvitationCommands
{
    public static InviteMember ToCommand(this InviteMemberRequest request, string invitationId) =>
        new(
            invitationId,
            request.FullName,
            request.Email,
            request.Role!.Value,
            request.PhoneNumber,
            request.PhoneCountry,
            request.JobTitle,
            request.ScopeIds,
            request.Permissions,
            request.AgentIds
        )
        {
            CaseAccess = request.CaseAccess,
            AgentAccess = request.AgentAccess,
            AgentOverrides = AgentOverrideBody.ToCommand(request.AgentOverrides),
        };

    public static UpdateInvitation ToCommand(this UpdateInvitationRequest request)
    {
        Optionals.RefuseNull(
            ("fullName", request.FullName.IsNull),
            ("email", request.Email.IsNull),
            ("role", request.Role.IsNull),
            ("caseAccess", request.CaseAccess.IsNull),
            ("agentAccess", request.AgentAccess.IsNull)
        );
        return new UpdateInvitation(
            request.FullName.Value,
            request.Email.Value,
            request.Role.Value,
            request.PhoneNumber.ToChange(),
            request.PhoneCountry,
            request.JobTitle.ToChange(),
            ListOf(request.ScopeIds),
            ListOf(request.Permissions),
            ListOf(request.AgentIds)
        )
        {
            CaseAccess = request.CaseAccess.Value,
            AgentAccess = request.AgentAccess.Value,
            AgentOverrides = request.AgentOverrides.IsNull
                ? AgentOverride.None
                : AgentOverrideBody.ToCommand(request.AgentOverrides.Value),
        };
    }

    private static IReadOnlyList<string>? ListOf(Optional<IReadOnlyList<string>?> member) => member.IsNull ? [] : member.Value;
}
