using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

[GrainType("session-uses")]
internal sealed class SessionUsesGrain(
    [PersistentState("session-uses", DurableGrain.Storage)] IPersistentState<SessionUsesState> storage,
    TimeProvider clock
) : DurableGrain, ISessionUsesGrain
{
    public async Task NoteAsync(IReadOnlyList<SessionUse> uses)
    {
        if (!SessionUsesRules.Note(storage.State, uses))
            return;
        SessionUsesRules.Prune(storage.State, clock.GetUtcNow().UtcDateTime);
        await SaveAsync(storage, storage.State);
    }

    public ValueTask<DateTime?> LastUseAsync(string id) => new(SessionUsesRules.LastUse(storage.State, id));

    // Stored with the next uses.
    public Task ForgetAsync(string id, DateTime upTo)
    {
        SessionUsesRules.Forget(storage.State, id, upTo);
        return Task.CompletedTask;
    }
}
