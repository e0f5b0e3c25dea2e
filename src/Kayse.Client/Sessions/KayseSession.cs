namespace Kayse.Client;

/// <summary>Who a session or an API key acts for, and what they may do.</summary>
public sealed record KayseSession
{
    /// <summary>The id of the session, or of the key.</summary>
    public required string Id { get; init; }

    /// <summary>The person; null for a service key, which belongs to the company.</summary>
    public KayseUser? User { get; init; }

    /// <summary>The service key; null for sessions and for people's own API keys.</summary>
    public KayseServiceKey? ServiceKey { get; init; }

    /// <summary>The active company.</summary>
    public required KayseCompany Company { get; init; }

    /// <summary>One of <see cref="KayseRoles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>Everything they may do, including what their role brings.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>.</summary>
    public required string CaseAccess { get; init; }

    /// <summary>The case types they may see; null: all, empty: none.</summary>
    public IReadOnlyList<string>? CaseTypes { get; init; }

    /// <summary>One of <see cref="KayseAccess"/>.</summary>
    public required string AgentAccess { get; init; }

    /// <summary>The agents they may use; null: all, empty: none.</summary>
    public IReadOnlyList<string>? AgentIds { get; init; }

    /// <summary>
    /// What the session is limited to, whatever its permissions: that of a paired app. Null: it isn't limited.
    /// </summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>When the session ends unless it is used before, or the key expires; null: never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>The person of a session.</summary>
/// <param name="Id">Their id.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Their email address.</param>
public sealed record KayseUser(string Id, string FullName, string Email);

/// <summary>A company.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record KayseCompany(string Id, string Name);

/// <summary>A key of a company that a service calls with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record KayseServiceKey(string Id, string Name);
