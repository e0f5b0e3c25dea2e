using Kayse.Grains.ApiKeys;

namespace Kayse.WebHost.ApiKeys.Pages;

/// <summary>What keys may be used for, in words.</summary>
internal static class KeyWords
{
    /// <summary>Each of them with what it means.</summary>
    public static readonly IReadOnlyList<(ApiKeyPermissions Permission, string Name, string Meaning)> All =
    [
        (ApiKeyPermissions.Read, "Read", "View everything you can view."),
        (ApiKeyPermissions.Write, "Write", "Create and update."),
        (ApiKeyPermissions.Delete, "Delete", "Delete and remove."),
        (ApiKeyPermissions.Admin, "Admin", "All of the above, and manage roles, the security policy and the audit log."),
    ];

    public static string Of(ApiKeyPermissions permissions) =>
        string.Join(", ", All.Where(entry => permissions.HasFlag(entry.Permission)).Select(entry => entry.Name));
}
