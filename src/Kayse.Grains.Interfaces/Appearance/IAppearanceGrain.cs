namespace Kayse.Grains.Appearance;

/// <summary>How a person wants the console to look (PR-2), keyed by user id.</summary>
[Alias("kayse.appearance")]
public interface IAppearanceGrain : IGrainWithStringKey
{
    /// <summary>Their choice; of somebody who never made one, the default.</summary>
    [Alias("get")]
    Task<AppearanceSettings> GetAsync();

    /// <summary>Sets all of it. May be repeated. Refuses what can't be chosen.</summary>
    [Alias("set")]
    Task<AppearanceSettings> SetAsync(AppearanceSettings settings);

    /// <summary>Forgets the person. May be repeated.</summary>
    [Alias("erase")]
    Task EraseAsync();
}
