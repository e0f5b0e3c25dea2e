namespace Kayse.Client;

internal sealed class MembersApi(KayseCalls calls, string companyId) : IMembersApi
{
    private readonly string _base = KaysePath.Of($"companies/{companyId}/members");

    public IAsyncEnumerable<Member> ListAsync(MemberQuery? query = null, CancellationToken cancellationToken = default) =>
        calls.ListAsync<Member>(
            _base.WithQuery(("search", query?.Search), ("role", query?.Role), ("status", query?.Status), ("sort", query?.Sort)),
            cancellationToken
        );

    public Task<Member> GetAsync(string userId, CancellationToken cancellationToken = default) =>
        calls.GetAsync<Member>(Path(userId), cancellationToken);

    public Task<Member> CreateAsync(
        CreateMemberRequest request,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => calls.CreateAsync<Member>(_base, request, idempotencyKey, cancellationToken);

    public Task<Member> UpdateAsync(string userId, MemberChange change, CancellationToken cancellationToken = default) =>
        calls.PatchAsync<Member>(Path(userId), change, cancellationToken);

    public Task DeactivateAsync(string userId, CancellationToken cancellationToken = default) =>
        calls.PostAsync($"{Path(userId)}/deactivate", body: null, cancellationToken);

    public Task ReactivateAsync(string userId, CancellationToken cancellationToken = default) =>
        calls.PostAsync($"{Path(userId)}/reactivate", body: null, cancellationToken);

    public Task SignOutAsync(string userId, CancellationToken cancellationToken = default) =>
        calls.PostAsync($"{Path(userId)}/sign-out", body: null, cancellationToken);

    public Task RemoveAsync(string userId, CancellationToken cancellationToken = default) =>
        calls.DeleteAsync(Path(userId), cancellationToken);

    private string Path(string userId) => KaysePath.Of($"companies/{companyId}/members/{userId}");
}
