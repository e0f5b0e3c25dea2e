using Kayse.Grains.State;

namespace Kayse.Grains.Companies;

[GrainType("sign-up")]
internal sealed class SignUpGrain([PersistentState("sign-up", DurableGrain.Storage)] IPersistentState<SignUpState> storage)
    : DurableGrain,
        ISignUpGrain
{
    public async Task<bool> ClaimFirstAsync(string companyId)
    {
        if (storage.State.FirstCompanyId is null)
            await SaveAsync(storage, new SignUpState { FirstCompanyId = companyId });
        return storage.State.FirstCompanyId == companyId;
    }

    public async Task ReleaseAsync(string companyId)
    {
        if (storage.State.FirstCompanyId == companyId)
            await ClearAsync(storage);
    }

    public Task<bool> IsFirstRunAsync() => Task.FromResult(storage.State.FirstCompanyId is null);
}

[NoPersonalData("Whether anybody has signed up.")]
internal sealed record SignUpState
{
    /// <summary>The company that was created first; null when there is none yet.</summary>
    public string? FirstCompanyId { get; init; }
}
