namespace Kayse.Client;

internal sealed class InvitationsApi(KayseCalls calls, string companyId) : IInvitationsApi
{
    private readonly string _base = KaysePath.Of($"companies/{companyId}/invitations");

    public IAsyncEnumerable<Invitation> ListAsync(string? status = null, CancellationToken cancellationToken = default) =>
        calls.ListAsync<Invitation>(_base.WithQuery(("status", status)), cancellationToken);

    public Task<Invited> InviteAsync(
        InviteRequest request,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => calls.CreateAsync<Invited>(_base, request, idempotencyKey, cancellationToken);

    public Task<Invitation> GetAsync(string invitationId, CancellationToken cancellationToken = default) =>
        calls.GetAsync<Invitation>(Path(invitationId), cancellationToken);

    public Task<Invitation> UpdateAsync(string invitationId, InvitationChange change, CancellationToken cancellationToken = default) =>
        calls.PatchAsync<Invitation>(Path(invitationId), change, cancellationToken);

    public Task<Invitation> ResendAsync(string invitationId, CancellationToken cancellationToken = default) =>
        calls.PostAsync<Invitation>($"{Path(invitationId)}/resend", body: null, cancellationToken);

    public Task RevokeAsync(string invitationId, CancellationToken cancellationToken = default) =>
        calls.DeleteAsync(Path(invitationId), cancellationToken);

    private string Path(string invitationId) => KaysePath.Of($"companies/{companyId}/invitations/{invitationId}");
}

internal sealed class InvitationLinkApi(KayseCalls calls) : IInvitationLinkApi
{
    public Task<InvitationPreview> LookUpAsync(string token, CancellationToken cancellationToken = default) =>
        calls.SendAsync<InvitationPreview>(
            new KayseRequest(HttpMethod.Post, "invitations/lookup") { Body = new { token }, OnlyAsks = true },
            cancellationToken
        );

    public Task<SignedIn> AcceptAsync(AcceptInvitationRequest request, CancellationToken cancellationToken = default) =>
        calls.PostAsync<SignedIn>("invitations/accept", request, cancellationToken);

    public Task DeclineAsync(string token, CancellationToken cancellationToken = default) =>
        calls.PostAsync("invitations/decline", new { token }, cancellationToken);
}
