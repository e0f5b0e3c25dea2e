using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Members.Pages;

/// <summary>Another role for a member, as the value of a button: whose, as which version of theirs was shown, and which.</summary>
internal sealed record RoleChoice(string UserId, long Version, Role Role)
{
    public static string Of(MemberView member, Role role) =>
        string.Create(CultureInfo.InvariantCulture, $"{member.UserId} {member.Version} {RoleCodes.Of(role)}");

    /// <summary>The choice, or a refusal that names the field.</summary>
    public static RoleChoice Parse(string value) =>
        value.Split(' ') is [var userId, var version, var code]
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Words<Role>.TryParse(code, out var role)
            ? new RoleChoice(userId, number, role)
            : throw new RefusedException(HttpErrors.Field("role", "Choose a role."));
}
