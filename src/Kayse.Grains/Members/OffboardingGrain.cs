using Kayse.Grains.State;

namespace Kayse.Grains.Members;

[GrainType("offboarding")]
internal sealed class OffboardingGrain([PersistentState("offboarding", DurableGrain.Storage)] IPersistentState<OffboardingState> storage)
    : DurableGrain,
        IOffboardingGrain
{
    private OffboardingRecord? Record => storage.State.Record;

    public Task<OffboardingRecord?> GetAsync()
    {
        // Anybody may be asked for: who was never offboarded must not stay in memory.
        if (Record is null)
            DeactivateOnIdle();
        return Task.FromResult(Record);
    }

    public Task NoteAsync(OffboardingRecord record) => PutAsync(OffboardingRules.Next(Record, record));

    public Task ForgetAsync() => storage.RecordExists ? ClearAsync(storage) : Task.CompletedTask;

    public async Task<bool> AllowReturnAsync()
    {
        if (Record is not { ByDirectory: true } record)
            return false;
        await PutAsync(record with { ByDirectory = false });
        return true;
    }

    public Task EraseAsync() => Record is { } record ? PutAsync(OffboardingRules.Erased(record)) : Task.CompletedTask;

    private Task PutAsync(OffboardingRecord next) =>
        next == Record ? Task.CompletedTask : SaveAsync(storage, new OffboardingState { Record = next });
}
