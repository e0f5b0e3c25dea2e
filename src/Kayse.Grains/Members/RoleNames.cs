namespace Kayse.Grains.Members;

internal static class RoleNames
{
    /// <summary>The role as a person reads it.</summary>
    public static string Of(Role role) =>
        role switch
        {
            Role.SuperAdmin => "Super Admin",
            Role.Admin => "Admin",
            _ => "User",
        };
}
