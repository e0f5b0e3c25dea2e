namespace Kayse.Client;

/// <summary>A company and what is in it.</summary>
public interface ICompanyApi
{
    /// <summary>Its members.</summary>
    IMembersApi Members { get; }

    /// <summary>Its invitations.</summary>
    IInvitationsApi Invitations { get; }

    /// <summary>Its scopes: named groups of case types.</summary>
    IScopesApi Scopes { get; }

    /// <summary>The names of its agents and case types, which other services push.</summary>
    ICatalogueApi Catalogue { get; }

    /// <summary>Events of which members are notified.</summary>
    INotificationsApi Notifications { get; }

    /// <summary>Its own API keys.</summary>
    IServiceKeysApi ServiceKeys { get; }

    /// <summary>The company's details.</summary>
    Task<Company> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Changes details of the company.</summary>
    Task<Company> UpdateAsync(CompanyChange change, CancellationToken cancellationToken = default);

    /// <summary>What the company requires of sessions, second factors and invitations.</summary>
    Task<SecurityPolicy> GetSecurityPolicyAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces the security policy.</summary>
    Task<SecurityPolicy> SetSecurityPolicyAsync(SecurityPolicy policy, CancellationToken cancellationToken = default);

    /// <summary>The active sessions, page by page as they are read.</summary>
    IAsyncEnumerable<ActiveSession> ListSessionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Ends a session; the next request with it is refused.</summary>
    Task EndSessionAsync(string sessionId, CancellationToken cancellationToken = default);

    /// <summary>What happened in the company, oldest first, for services that follow it.</summary>
    /// <param name="after"><see cref="Events.NextCursor"/> of the last answer; null: from the beginning.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Events> ReadEventsAsync(string? after = null, CancellationToken cancellationToken = default);

    /// <summary>The audit log, latest first, page by page as it is read.</summary>
    IAsyncEnumerable<AuditEntry> ListAuditLogAsync(AuditQuery? query = null, CancellationToken cancellationToken = default);
}
