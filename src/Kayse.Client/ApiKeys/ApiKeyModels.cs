namespace Kayse.Client;

/// <summary>What API keys may be used for, within what their owner may do.</summary>
public static class ApiKeyPermissions
{
    /// <summary>Read.</summary>
    public const string Read = "read";

    /// <summary>Create and change.</summary>
    public const string Write = "write";

    /// <summary>Remove.</summary>
    public const string Delete = "delete";

    /// <summary>All of that, and what concerns people's access.</summary>
    public const string Admin = "admin";
}

/// <summary>A key to create.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Permissions">At least one of <see cref="ApiKeyPermissions"/>.</param>
/// <param name="ExpiresAt">From when on it is refused; null: never.</param>
public sealed record NewApiKey(string Name, IReadOnlyList<string> Permissions, DateTimeOffset? ExpiresAt = null);

/// <summary>An API key.</summary>
public sealed record ApiKey
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How it begins.</summary>
    public required string Prefix { get; init; }

    /// <summary>The company in which it acts.</summary>
    public required string CompanyId { get; init; }

    /// <summary>What it may be used for, of <see cref="ApiKeyPermissions"/>.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it is refused; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was last used; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>The whole key, when it was just created or got another secret; null otherwise.</summary>
    public string? Key { get; init; }

    /// <summary>Leaves the key out.</summary>
    public override string ToString() => $"{nameof(ApiKey)} {Prefix}";
}

/// <summary>A person's profile.</summary>
public sealed record Profile
{
    /// <summary>Their id.</summary>
    public required string Id { get; init; }

    /// <summary>Their name.</summary>
    public required string FullName { get; init; }

    /// <summary>Their email address.</summary>
    public required string Email { get; init; }

    /// <summary>Whether it is verified.</summary>
    public bool EmailVerified { get; init; }

    /// <summary>E.164, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>An IANA name, or null.</summary>
    public string? TimeZone { get; init; }

    /// <summary>A BCP 47 tag, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Their photo, or null.</summary>
    public string? PhotoUrl { get; init; }
}
