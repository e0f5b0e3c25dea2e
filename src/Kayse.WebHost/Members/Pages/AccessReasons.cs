using Kayse.Grains.Members;
using Kayse.WebHost.Console.Design;

namespace Kayse.WebHost.Members.Pages;

/// <summary>Reasons for access, and what keeps somebody from it, as people read them.</summary>
internal static class AccessReasons
{
    /// <summary>Why somebody has a permission or not.</summary>
    public static string Of(bool allowed, AuthorizationReason reason, Role role) =>
        (allowed, reason) switch
        {
            (true, AuthorizationReason.Role) => $"Comes with the role {RoleLabel(role)}",
            (true, AuthorizationReason.Permission) => "Granted to them",
            (true, AuthorizationReason.Agent) => "Granted on this agent",
            (false, AuthorizationReason.Agent) => "Denied on this agent, or the agent isn’t assigned to them",
            (false, AuthorizationReason.CaseType) => "Not in any of their scopes",
            _ => $"The role {RoleLabel(role)} doesn’t include it, and it wasn’t granted",
        };

    /// <summary>What keeps somebody from using their access.</summary>
    public static string Of(AccessBlockKind block) =>
        block switch
        {
            AccessBlockKind.Deactivated => "Deactivated: they can’t use the company at all.",
            AccessBlockKind.PasswordChangeRequired => "They must choose a new password before they can do anything else.",
            AccessBlockKind.TwoFactorRequired => "They must set up two-factor authentication before they can do anything else.",
            _ => "Their email address isn’t verified, so they can’t invite anybody.",
        };

    private static string RoleLabel(Role role) => Words.Of(role);
}
