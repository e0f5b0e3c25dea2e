using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;

namespace Kayse.WebHost.Members;

/// <summary>Requests as the commands that grains take.</summary>
internal static class MemberCommands
{
    public static CreateMember ToCommand(this CreateMemberRequest request, string userId, string passwordHash) =>
        new(userId, request.FullName, request.Email, request.ToAccess(), passwordHash)
        {
            PhoneNumber = request.PhoneNumber,
            PhoneCountry = request.PhoneCountry,
            JobTitle = request.JobTitle,
        };

    public static UpdateMember ToCommand(this UpdateMemberRequest request, long? expectedVersion)
    {
        Optionals.RefuseNull([("fullName", request.FullName.IsNull), .. request.NullMembers()]);
        return new UpdateMember(request.FullName.Value, request.JobTitle.ToChange(), request.ToAccess(), expectedVersion);
    }
}
