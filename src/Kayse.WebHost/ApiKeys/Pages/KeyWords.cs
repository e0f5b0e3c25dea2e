using Kayse.Grains.ApiKeys;

namespace Kayse.WebHost.ApiKeys.Pages;

/// <summary>What keys may be used for, in words.</summary>
internal static class KeyWords
{
    /// <summary>Each of them with what it means.</summary>
    public static readonly IReadOnlyList<(ApiKeyPermissions Permission, string Name, string Meaning)> All =
    [
        (ApiKeyPermissions.Read, "Read", "See what you can see."),
        (ApiKeyPermissions.Write, "Write", "Make and change."),
        (ApiKeyPermissions.Delete, "Delete", "Remove."),
        (ApiKeyPermissions.Admin, "Admin", "All of that, and what concerns people's access: roles, policy, the audit log."),
    ];

    public static string Of(ApiKeyPermissions permissions) =>
        string.Join(", ", All.Where(entry => permissions.HasFlag(entry.Permission)).Select(entry => entry.Name));
}
