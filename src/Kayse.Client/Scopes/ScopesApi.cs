namespace Kayse.Client;

/// <summary>The scopes of a company: named groups of case types.</summary>
public interface IScopesApi
{
    /// <summary>All of them, page by page as they are read.</summary>
    IAsyncEnumerable<Scope> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates one.</summary>
    /// <param name="name">1 to 100 characters; no other scope has it.</param>
    /// <param name="caseTypes">1 to 200 of 1 to 64 characters each.</param>
    /// <param name="idempotencyKey">The same key and request get the same answer; null: a new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Scope> CreateAsync(
        string name,
        IReadOnlyList<string> caseTypes,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes one; what is null stays.</summary>
    Task<Scope> UpdateAsync(
        string scopeId,
        string? name = null,
        IReadOnlyList<string>? caseTypes = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes one.</summary>
    /// <param name="scopeId">Its id.</param>
    /// <param name="leavesNothing">Whether people for whom it is the last may be left without any case type; otherwise
    /// refuses <c>scope_in_use</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task DeleteAsync(string scopeId, bool leavesNothing = false, CancellationToken cancellationToken = default);
}

/// <summary>A named group of case types.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CaseTypes">The case types it opens.</param>
/// <param name="MemberCount">How many members have it.</param>
public sealed record Scope(string Id, string Name, IReadOnlyList<string> CaseTypes, int MemberCount);

internal sealed class ScopesApi(KayseCalls calls, string companyId) : IScopesApi
{
    private readonly string _base = KaysePath.Of($"companies/{companyId}/scopes");

    public IAsyncEnumerable<Scope> ListAsync(CancellationToken cancellationToken = default) =>
        calls.ListAsync<Scope>(_base, cancellationToken);

    public Task<Scope> CreateAsync(
        string name,
        IReadOnlyList<string> caseTypes,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    ) => calls.CreateAsync<Scope>(_base, new { name, caseTypes }, idempotencyKey, cancellationToken);

    public Task<Scope> UpdateAsync(
        string scopeId,
        string? name = null,
        IReadOnlyList<string>? caseTypes = null,
        CancellationToken cancellationToken = default
    ) => calls.PatchAsync<Scope>(Path(scopeId), new { name, caseTypes }, cancellationToken);

    public Task DeleteAsync(string scopeId, bool leavesNothing = false, CancellationToken cancellationToken = default) =>
        calls.DeleteAsync(Path(scopeId).WithQuery(("confirm", leavesNothing ? "true" : null)), cancellationToken);

    private string Path(string scopeId) => KaysePath.Of($"companies/{companyId}/scopes/{scopeId}");
}
