using Kayse.Grains.Scim;

namespace Kayse.WebHost.Scim;

/// <summary>The groups of a company's directory.</summary>
internal sealed class ScimGroupEndpoints(IGrainFactory grains, ScimResources resources)
{
    public async Task<ScimResponse> ListAsync(ScimExchange exchange)
    {
        var page = await Directory(exchange).ListGroupsAsync(exchange.Caller, exchange.ListQuery);
        var groups = page.Items.Select(group => exchange.Projection.Apply(resources.Of(group))).ToList();
        return new ScimResponse(StatusCodes.Status200OK, ScimResources.ListOf(groups, page.StartIndex, page.Total));
    }

    public async Task<ScimResponse> CreateAsync(ScimExchange exchange)
    {
        var group = ScimBody.Group(await exchange.ReadBodyAsync());
        var created = await Directory(exchange).CreateGroupAsync(exchange.Caller, group);
        return Of(exchange, created, StatusCodes.Status201Created) with
        {
            Location = resources.LocationOf(ScimSchema.Group, created.Resource.Id),
        };
    }

    public async Task<ScimResponse> GetAsync(ScimExchange exchange) =>
        Of(exchange, await ReadAsync(exchange, exchange.ResourceId), StatusCodes.Status200OK);

    public async Task<ScimResponse> ReplaceAsync(ScimExchange exchange)
    {
        var (id, expected) = (exchange.ResourceId, exchange.ExpectedVersion);
        var group = ScimBody.Group(await exchange.ReadBodyAsync());
        return Of(exchange, await Directory(exchange).ReplaceGroupAsync(exchange.Caller, id, group, expected), StatusCodes.Status200OK);
    }

    /// <summary>
    /// Answers without a body, unless the request says what it wants to see (RFC 7644, 3.5.2): Entra adds to a group of
    /// ten thousand one by one.
    /// </summary>
    public async Task<ScimResponse> PatchAsync(ScimExchange exchange)
    {
        var (id, expected) = (exchange.ResourceId, exchange.ExpectedVersion);
        var patch = ScimBody.Patch(await exchange.ReadBodyAsync());
        var result = await Directory(exchange).PatchGroupAsync(exchange.Caller, id, patch, expected);
        var response = exchange.Projection.IsExplicit
            ? Of(exchange, await ReadAsync(exchange, id), StatusCodes.Status200OK)
            : new ScimResponse(StatusCodes.Status204NoContent) { Version = result.Resource.Version, ResourceId = id };
        return response with { Changed = result.Changed, Notes = result.Notes };
    }

    public async Task<ScimResponse> DeleteAsync(ScimExchange exchange)
    {
        await Directory(exchange).DeleteGroupAsync(exchange.Caller, exchange.ResourceId, exchange.ExpectedVersion);
        return new ScimResponse(StatusCodes.Status204NoContent) { Changed = true };
    }

    private Task<ScimGroupView> ReadAsync(ScimExchange exchange, string id) =>
        Directory(exchange).GetGroupAsync(exchange.Caller, id, exchange.Projection.Includes("members"));

    private IScimGroupsGrain Directory(ScimExchange exchange) => grains.GetGrain<IScimGroupsGrain>(exchange.CompanyId);

    private ScimResponse Of(ScimExchange exchange, ScimResult<ScimGroupView> result, int status) =>
        Of(exchange, result.Resource, status) with
        {
            Changed = result.Changed,
            Notes = result.Notes,
        };

    private ScimResponse Of(ScimExchange exchange, ScimGroupView view, int status) =>
        new(status, exchange.Projection.Apply(resources.Of(view))) { Version = view.Version, ResourceId = view.Id };
}
