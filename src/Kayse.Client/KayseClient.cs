namespace Kayse.Client;

internal sealed class KayseClient(KayseCalls calls) : IKayseClient
{
    /// <summary>The name of its HTTP client.</summary>
    public const string HttpClientName = "Kayse";

    public ISignInApi SignIn { get; } = new SignInApi(calls);

    public IInvitationLinkApi InvitationLinks { get; } = new InvitationLinkApi(calls);

    public IMeApi Me { get; } = new MeApi(calls);

    public IKayseClient WithToken(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        return new KayseClient(calls.With(token));
    }

    public Task<KayseSession> GetSessionAsync(CancellationToken cancellationToken = default) =>
        calls.GetAsync<KayseSession>("session", cancellationToken);

    public Task<AuthorizationDecision> AuthorizeAsync(AuthorizationCheck check, CancellationToken cancellationToken = default) =>
        calls.SendAsync<AuthorizationDecision>(
            new KayseRequest(HttpMethod.Post, "authorize") { Body = check, OnlyAsks = true },
            cancellationToken
        );

    public async Task<IReadOnlyList<AuthorizationDecision>> AuthorizeAsync(
        IReadOnlyList<AuthorizationCheck> checks,
        CancellationToken cancellationToken = default
    ) =>
        (
            await calls
                .SendAsync<Decisions>(
                    new KayseRequest(HttpMethod.Post, "authorize/batch") { Body = new { checks }, OnlyAsks = true },
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).Results;

    public ICompanyApi Company(string companyId = "current") => new CompanyApi(calls, companyId);

    private sealed record Decisions(IReadOnlyList<AuthorizationDecision> Results);
}
