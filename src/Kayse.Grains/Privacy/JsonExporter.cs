using System.Text.Json;

namespace Kayse.Grains.Privacy;

/// <summary>A file that lists things as JSON.</summary>
/// <typeparam name="T">What a thing looks like; the archive's schema is made of it.</typeparam>
internal abstract class JsonExporter<T>(string fileName, string description, params IReadOnlyList<Type> covers) : IExportsPersonalData
{
    /// <summary>How many things are asked for at once.</summary>
    protected const int PageSize = 200;

    public string FileName => fileName;

    public string Description => description;

    public IReadOnlyList<Type> Covers => covers;

    public Type ItemType => typeof(T);

    public async Task<ExportedPart> ReadAsync(ExportContext context, string? cursor)
    {
        var (items, next) = await ReadItemsAsync(context, cursor);
        using var content = new MemoryStream();
        foreach (var item in items)
        {
            if (content.Length > 0)
                content.Write(",\n"u8);
            JsonSerializer.Serialize(content, item, ExportJson.Options);
        }

        return new ExportedPart(content.ToArray(), items.Count, next);
    }

    /// <summary>The next things, and where those after them begin; null when there are none.</summary>
    protected abstract Task<(IReadOnlyList<T> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor);
}
