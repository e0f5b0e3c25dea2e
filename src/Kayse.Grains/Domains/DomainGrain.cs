using Kayse.Grains.State;

namespace Kayse.Grains.Domains;

[GrainType("domain")]
internal sealed class DomainGrain([PersistentState("domain", DurableGrain.Storage)] IPersistentState<DomainState> storage)
    : DurableGrain,
        IDomainGrain
{
    public async Task<string> ClaimAsync(string companyId)
    {
        if (storage.State.CompanyId is { } holder)
            return holder;
        await SaveAsync(storage, new DomainState { CompanyId = companyId });
        return companyId;
    }

    public async Task ReleaseAsync(string companyId)
    {
        if (storage.State.CompanyId == companyId)
            await ClearAsync(storage);
    }

    public Task<string?> GetCompanyIdAsync()
    {
        // Anybody can ask for any domain: one that nobody has must not stay in memory.
        if (storage.State.CompanyId is null)
            DeactivateOnIdle();
        return Task.FromResult(storage.State.CompanyId);
    }
}

[NoPersonalData("Which company has a domain.")]
internal sealed record DomainState
{
    /// <summary>Who has verified the domain; null when nobody has.</summary>
    public string? CompanyId { get; init; }
}
