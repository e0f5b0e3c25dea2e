namespace Kayse.Grains.ApiKeys;

/// <summary>What an API key may be used for, within what its person may do (PR-1).</summary>
[Flags]
[GenerateSerializer, Alias("kayse.api-key-permissions")]
public enum ApiKeyPermissions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Read.</summary>
    Read = 1,

    /// <summary>Make and change.</summary>
    Write = 2,

    /// <summary>Remove.</summary>
    Delete = 4,

    /// <summary>
    /// Administer the company: its people's access, its policy, what was done in it. Brings the others.
    /// </summary>
    Admin = 8,
}

/// <summary>What API keys may be used for.</summary>
public static class ApiKeyPermissionsExtensions
{
    /// <summary>Whether a key made for <paramref name="held"/> may be used for <paramref name="needed"/>.</summary>
    public static bool Cover(this ApiKeyPermissions held, ApiKeyPermissions needed) =>
        held.HasFlag(ApiKeyPermissions.Admin) || held.HasFlag(needed);
}
