using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.WebHost.Api.Json;

namespace Kayse.WebHost.Api.Invitations;

/// <summary>Requests as the commands that grains take.</summary>
internal static class InvitationCommands
{
    public static InviteMember ToCommand(this InviteMemberRequest request, string invitationId) => new(
        invitationId, request.FullName, request.Email, request.Role!.Value, request.PhoneNumber, request.PhoneCountry, request.JobTitle,
        request.ScopeIds, request.Permissions, request.AgentIds);

    public static UpdateInvitation ToCommand(this UpdateInvitationRequest request)
    {
        RefuseNull(("fullName", request.FullName.IsNull), ("email", request.Email.IsNull), ("role", request.Role.IsNull));
        return new UpdateInvitation(
            request.FullName.Value, request.Email.Value, request.Role.Value, ChangeOf(request.PhoneNumber), request.PhoneCountry, ChangeOf(request.JobTitle),
            ListOf(request.ScopeIds), ListOf(request.Permissions), ListOf(request.AgentIds));
    }

    private static void RefuseNull(params ReadOnlySpan<(string Name, bool IsNull)> members)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, isNull) in members)
        {
            if (isNull)
                errors[name] = ["This can't be taken away."];
        }

        if (errors.Count > 0)
            throw new RefusedException(GeneralErrors.Invalid(errors));
    }

    private static Change<string>? ChangeOf(Optional<string?> member) => member.IsPresent ? new Change<string>(member.Value) : null;

    private static IReadOnlyList<string>? ListOf(Optional<IReadOnlyList<string>?> member) => member.IsNull ? [] : member.Value;
}
