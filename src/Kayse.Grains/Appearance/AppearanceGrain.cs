using Kayse.Grains.Errors;
using Kayse.Grains.State;

namespace Kayse.Grains.Appearance;

[GrainType("appearance")]
internal sealed class AppearanceGrain([PersistentState("appearance", DurableGrain.Storage)] IPersistentState<AppearanceState> storage)
    : DurableGrain,
        IAppearanceGrain
{
    public Task<AppearanceSettings> GetAsync() => Task.FromResult(storage.State.Settings ?? AppearanceSettings.Default);

    public async Task<AppearanceSettings> SetAsync(AppearanceSettings settings)
    {
        if (!settings.IsValid)
            throw new RefusedException(AppearanceErrors.NotOffered(settings));
        if (settings != storage.State.Settings)
            await SaveAsync(storage, new AppearanceState { Settings = settings });
        return settings;
    }

    public Task EraseAsync() => ClearAsync(storage);
}

internal sealed record AppearanceState
{
    /// <summary>Null while the person has chosen nothing.</summary>
    public AppearanceSettings? Settings { get; init; }
}
