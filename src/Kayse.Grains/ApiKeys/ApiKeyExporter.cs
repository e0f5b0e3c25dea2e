using Kayse.Grains.Privacy;

namespace Kayse.Grains.ApiKeys;

/// <summary>The API keys of a person, without the keys themselves.</summary>
internal sealed class ApiKeyExporter()
    : JsonExporter<ApiKeyExporter.Item>("api-keys.json", "Your API keys, without the keys themselves.", typeof(ApiKeyState))
{
    protected override async Task<(IReadOnlyList<Item> Items, string? Next)> ReadItemsAsync(ExportContext context, string? cursor)
    {
        var keys = await context.Of<IApiKeysGrain>().ListApiKeysAsync();
        return (
            [
                .. keys.Select(key => new Item(
                    key.Id,
                    key.Name,
                    key.CompanyId,
                    key.Permissions,
                    key.CreatedAt,
                    key.ExpiresAt,
                    key.LastUsedAt
                )),
            ],
            null
        );
    }

    internal sealed record Item(
        string Id,
        string Name,
        string CompanyId,
        ApiKeyPermissions Permissions,
        DateTimeOffset CreatedAt,
        DateTimeOffset? ExpiresAt,
        DateTimeOffset? LastUsedAt
    );
}
