namespace Kayse.Client;

/// <summary>The members of a company.</summary>
public interface IMembersApi
{
    /// <summary>Those that match, page by page as they are read.</summary>
    IAsyncEnumerable<Member> ListAsync(MemberQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>One of them. Refuses <c>not_found</c>.</summary>
    Task<Member> GetAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Adds somebody without a mail, with a first password that they have to change.</summary>
    /// <param name="request">The person and their access.</param>
    /// <param name="idempotencyKey">The same key and request get the same answer; null: a new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Member> CreateAsync(CreateMemberRequest request, string? idempotencyKey = null, CancellationToken cancellationToken = default);

    /// <summary>Changes one; counts in all their sessions with the next request.</summary>
    Task<Member> UpdateAsync(string userId, MemberChange change, CancellationToken cancellationToken = default);

    /// <summary>Ends their access and keeps their work.</summary>
    Task DeactivateAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Gives it back.</summary>
    Task ReactivateAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Ends all their sessions in this company.</summary>
    Task SignOutAsync(string userId, CancellationToken cancellationToken = default);

    /// <summary>Removes them for good. They can be invited again.</summary>
    Task RemoveAsync(string userId, CancellationToken cancellationToken = default);
}
