using Kayse.Grains.Privacy;

namespace Kayse.Grains.ReleaseNotes;

/// <summary>Which release notes a person has read.</summary>
internal sealed class ReleaseReadingsExporter()
    : JsonExporter<ReleaseReadings>("release-notes.json", "How far you have read release notes.", typeof(ReleaseReadingsState))
{
    protected override async Task<(IReadOnlyList<ReleaseReadings> Items, string? Next)> ReadItemsAsync(
        ExportContext context,
        string? cursor
    ) => ([await context.Of<IReleaseReadingsGrain>().GetAsync()], null);
}
