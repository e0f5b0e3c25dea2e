namespace Kayse.Client;

/// <summary>The invitations of a company.</summary>
public interface IInvitationsApi
{
    /// <summary>Newest first, page by page as they are read.</summary>
    /// <param name="status"><c>pending</c>, <c>accepted</c>, <c>declined</c>, <c>revoked</c> or <c>expired</c>; null: all of
    /// the last 30 days.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<Invitation> ListAsync(string? status = null, CancellationToken cancellationToken = default);

    /// <summary>Invites somebody by mail, or adds at once an admin of a related company.</summary>
    /// <param name="request">The person and their access.</param>
    /// <param name="idempotencyKey">The same key and request get the same answer; null: a new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Invited> InviteAsync(InviteRequest request, string? idempotencyKey = null, CancellationToken cancellationToken = default);

    /// <summary>One of them. Refuses <c>not_found</c>.</summary>
    Task<Invitation> GetAsync(string invitationId, CancellationToken cancellationToken = default);

    /// <summary>Changes one that is pending.</summary>
    Task<Invitation> UpdateAsync(string invitationId, InvitationChange change, CancellationToken cancellationToken = default);

    /// <summary>Sends a new link with the full lifetime; the old one stops working.</summary>
    Task<Invitation> ResendAsync(string invitationId, CancellationToken cancellationToken = default);

    /// <summary>Revokes one; its link stops working at once. May be repeated.</summary>
    Task RevokeAsync(string invitationId, CancellationToken cancellationToken = default);
}

/// <summary>What the holder of an invitation's link may do. The token is what follows <c>#token=</c> in it.</summary>
public interface IInvitationLinkApi
{
    /// <summary>What the invitation is. Changes nothing.</summary>
    Task<InvitationPreview> LookUpAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>Accepts it: a new person with a password, somebody with an account with theirs, or signed in.</summary>
    Task<SignedIn> AcceptAsync(AcceptInvitationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Declines it.</summary>
    Task DeclineAsync(string token, CancellationToken cancellationToken = default);
}
