using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Members;

/// <summary>Requests as the commands that grains take.</summary>
internal static class MemberCommands
{
    public static CreateMember ToCommand(this CreateMemberRequest request, string userId, string passwordHash) =>
        new(userId, request.FullName, request.Email, request.Role!.Value, passwordHash)
        {
            PhoneNumber = request.PhoneNumber,
            PhoneCountry = request.PhoneCountry,
            JobTitle = request.JobTitle,
            CaseAccess = request.CaseAccess,
            ScopeIds = request.ScopeIds,
            Permissions = request.Permissions,
            AgentAccess = request.AgentAccess,
            AgentIds = request.AgentIds,
            AgentOverrides = AgentOverrideBody.ToCommand(request.AgentOverrides),
        };

    public static UpdateMember ToCommand(this UpdateMemberRequest request, long? expectedVersion)
    {
        Optionals.RefuseNull(
            ("fullName", request.FullName.IsNull),
            ("role", request.Role.IsNull),
            ("caseAccess", request.CaseAccess.IsNull),
            ("agentAccess", request.AgentAccess.IsNull)
        );
        return new UpdateMember(
            request.FullName.Value,
            request.JobTitle.IsPresent ? new Change<string>(request.JobTitle.Value) : null,
            request.Role.Value,
            ListOf(request.ScopeIds),
            ListOf(request.Permissions),
            ListOf(request.AgentIds),
            request.AgentOverrides.IsNull ? AgentOverride.None : AgentOverrideBody.ToCommand(request.AgentOverrides.Value),
            expectedVersion
        )
        {
            CaseAccess = request.CaseAccess.Value,
            AgentAccess = request.AgentAccess.Value,
        };
    }

    private static IReadOnlyList<string>? ListOf(Optional<IReadOnlyList<string>?> member) => member.IsNull ? [] : member.Value;
}
