namespace Kayse.Client;

/// <summary>The names of a company's agents and case types.</summary>
public interface ICatalogueApi
{
    /// <summary>The agents, by name.</summary>
    Task<IReadOnlyList<CatalogueItem>> GetAgentsAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces the agents with all that there are now; up to 2,000.</summary>
    Task<IReadOnlyList<CatalogueItem>> ReplaceAgentsAsync(
        IReadOnlyList<CatalogueItem> agents,
        CancellationToken cancellationToken = default
    );

    /// <summary>The case types, by name.</summary>
    Task<IReadOnlyList<CatalogueItem>> GetCaseTypesAsync(CancellationToken cancellationToken = default);

    /// <summary>Replaces the case types with all that there are now; up to 2,000.</summary>
    Task<IReadOnlyList<CatalogueItem>> ReplaceCaseTypesAsync(
        IReadOnlyList<CatalogueItem> caseTypes,
        CancellationToken cancellationToken = default
    );
}

/// <summary>An agent or a case type.</summary>
/// <param name="Id">1 to 64 characters: what members, invitations and scopes hold.</param>
/// <param name="Name">What people see.</param>
/// <param name="Kind">What sort of thing it is, such as <c>voice</c>; or null.</param>
/// <param name="Archived">Whether it is no longer offered.</param>
public sealed record CatalogueItem(string Id, string Name, string? Kind = null, bool Archived = false);

internal sealed class CatalogueApi(KayseCalls calls, string companyId) : ICatalogueApi
{
    private readonly string _agents = KaysePath.Of($"companies/{companyId}/catalogue/agents");
    private readonly string _caseTypes = KaysePath.Of($"companies/{companyId}/catalogue/case-types");

    public Task<IReadOnlyList<CatalogueItem>> GetAgentsAsync(CancellationToken cancellationToken = default) =>
        GetAsync(_agents, cancellationToken);

    public Task<IReadOnlyList<CatalogueItem>> ReplaceAgentsAsync(
        IReadOnlyList<CatalogueItem> agents,
        CancellationToken cancellationToken = default
    ) => ReplaceAsync(_agents, agents, cancellationToken);

    public Task<IReadOnlyList<CatalogueItem>> GetCaseTypesAsync(CancellationToken cancellationToken = default) =>
        GetAsync(_caseTypes, cancellationToken);

    public Task<IReadOnlyList<CatalogueItem>> ReplaceCaseTypesAsync(
        IReadOnlyList<CatalogueItem> caseTypes,
        CancellationToken cancellationToken = default
    ) => ReplaceAsync(_caseTypes, caseTypes, cancellationToken);

    private async Task<IReadOnlyList<CatalogueItem>> GetAsync(string path, CancellationToken ct) =>
        (await calls.GetAsync<Catalogue>(path, ct).ConfigureAwait(false)).Items;

    private async Task<IReadOnlyList<CatalogueItem>> ReplaceAsync(
        string path,
        IReadOnlyList<CatalogueItem> items,
        CancellationToken ct
    ) =>
        (
            await calls.SendAsync<Catalogue>(new KayseRequest(HttpMethod.Put, path) { Body = new { items } }, ct).ConfigureAwait(false)
        ).Items;

    private sealed record Catalogue(IReadOnlyList<CatalogueItem> Items);
}
