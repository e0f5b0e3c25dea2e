using System.Text.Json;
using Kayse.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Silo.Transfer;

/// <summary>
/// The mark that an import has begun and not ended, stored beside the states: what is half there must never pass for an
/// installation.
/// </summary>
internal sealed class UnfinishedImport([FromKeyedServices(StorageNames.Grains)] IGrainStorage storage)
{
    private const string StateName = "unfinished-import";

    private static readonly GrainId _grain = GrainId.Create("import", "unfinished");

    public static bool IsMark(StateRecord state) => state.Grain == _grain;

    public async Task<bool> IsThereAsync() => (await ReadAsync()).RecordExists;

    /// <summary>Without effect when it is there.</summary>
    public async Task SetAsync()
    {
        var mark = await ReadAsync();
        mark.State = JsonElement.Parse("{}");
        if (!mark.RecordExists)
            await storage.WriteStateAsync(StateName, _grain, mark);
    }

    public async Task ClearAsync() => await storage.ClearStateAsync(StateName, _grain, await ReadAsync());

    private async Task<GrainState<JsonElement>> ReadAsync()
    {
        var mark = new GrainState<JsonElement>();
        await storage.ReadStateAsync(StateName, _grain, mark);
        return mark;
    }
}
