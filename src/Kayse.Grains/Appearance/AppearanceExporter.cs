using Kayse.Grains.Privacy;

namespace Kayse.Grains.Appearance;

/// <summary>How a person wants the console to look.</summary>
internal sealed class AppearanceExporter()
    : JsonExporter<AppearanceSettings>("appearance.json", "How the console looks to you.", typeof(AppearanceState))
{
    protected override async Task<(IReadOnlyList<AppearanceSettings> Items, string? Next)> ReadItemsAsync(
        ExportContext context,
        string? cursor
    ) => ([await context.Of<IAppearanceGrain>().GetAsync()], null);
}
