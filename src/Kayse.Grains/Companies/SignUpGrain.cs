using Kayse.Grains.State;

namespace Kayse.Grains.Companies;

[GrainType("sign-up")]
internal sealed class SignUpGrain(
    [PersistentState("sign-up", DurableGrain.Storage)] IPersistentState<SignUpState> storage) : DurableGrain, ISignUpGrain
{
    public async Task<bool> ClaimFirstAsync(string companyId)
    {
        if (storage.State.FirstCompanyId is null)
            await SaveAsync(storage, new SignUpState { FirstCompanyId = companyId });
        return string.Equals(storage.State.FirstCompanyId, companyId, StringComparison.Ordinal);
    }

    public async Task ReleaseAsync(string companyId)
    {
        if (string.Equals(storage.State.FirstCompanyId, companyId, StringComparison.Ordinal))
            await ClearAsync(storage);
    }

    public Task<bool> IsFirstRunAsync() => Task.FromResult(storage.State.FirstCompanyId is null);
}

internal sealed record SignUpState
{
    /// <summary>The company that was created first; null when there is none yet.</summary>
    public string? FirstCompanyId { get; init; }
}
