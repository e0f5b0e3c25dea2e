using System.Globalization;

namespace Kayse.Client;

internal sealed class CompanyApi(KayseCalls calls, string companyId) : ICompanyApi
{
    private readonly string _base = KaysePath.Of($"companies/{companyId}");

    public IMembersApi Members => new MembersApi(calls, companyId);

    public IInvitationsApi Invitations => new InvitationsApi(calls, companyId);

    public IScopesApi Scopes => new ScopesApi(calls, companyId);

    public ICatalogueApi Catalogue => new CatalogueApi(calls, companyId);

    public INotificationsApi Notifications => new NotificationsApi(calls, companyId);

    public IServiceKeysApi ServiceKeys => new ServiceKeysApi(calls, companyId);

    public Task<Company> GetAsync(CancellationToken cancellationToken = default) => calls.GetAsync<Company>(_base, cancellationToken);

    public Task<Company> UpdateAsync(CompanyChange change, CancellationToken cancellationToken = default) =>
        calls.PatchAsync<Company>(_base, change, cancellationToken);

    public Task<SecurityPolicy> GetSecurityPolicyAsync(CancellationToken cancellationToken = default) =>
        calls.GetAsync<SecurityPolicy>($"{_base}/security-policy", cancellationToken);

    public Task<SecurityPolicy> SetSecurityPolicyAsync(SecurityPolicy policy, CancellationToken cancellationToken = default) =>
        calls.SendAsync<SecurityPolicy>(
            new KayseRequest(HttpMethod.Put, $"{_base}/security-policy") { Body = policy },
            cancellationToken
        );

    public IAsyncEnumerable<ActiveSession> ListSessionsAsync(CancellationToken cancellationToken = default) =>
        calls.ListAsync<ActiveSession>($"{_base}/sessions", cancellationToken);

    public Task EndSessionAsync(string sessionId, CancellationToken cancellationToken = default) =>
        calls.DeleteAsync(KaysePath.Of($"companies/{companyId}/sessions/{sessionId}"), cancellationToken);

    public Task<Events> ReadEventsAsync(string? after = null, CancellationToken cancellationToken = default) =>
        calls.GetAsync<Events>($"{_base}/events-feed".WithQuery(("after", after), ("limit", "200")), cancellationToken);

    public IAsyncEnumerable<AuditEntry> ListAuditLogAsync(AuditQuery? query = null, CancellationToken cancellationToken = default) =>
        calls.ListAsync<AuditEntry>(
            $"{_base}/audit-log".WithQuery(
                ("actor", query?.ActorId),
                ("action", query?.Action),
                ("target", query?.TargetId),
                ("from", Text(query?.From)),
                ("to", Text(query?.To))
            ),
            cancellationToken
        );

    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
