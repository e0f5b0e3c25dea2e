using Kayse.Grains.Scim;

namespace Kayse.WebHost.Scim;

/// <summary>The people of a company's directory.</summary>
internal sealed class ScimUserEndpoints(IGrainFactory grains, ScimResources resources, ScimCreations creations)
{
    public async Task<ScimResponse> ListAsync(ScimExchange exchange)
    {
        var page = await Directory(exchange).ListUsersAsync(exchange.Caller, exchange.ListQuery);
        var users = page.Items.Select(user => exchange.Projection.Apply(resources.Of(user))).ToList();
        return new ScimResponse(StatusCodes.Status200OK, ScimResources.ListOf(users, page.StartIndex, page.Total));
    }

    public async Task<ScimResponse> CreateAsync(ScimExchange exchange)
    {
        var user = ScimBody.User(await exchange.ReadBodyAsync());
        var created = await creations.CreateAsync(exchange.CompanyId, exchange.Caller, user);
        return Of(exchange, created, StatusCodes.Status201Created) with
        {
            Location = resources.LocationOf(ScimSchema.User, created.Resource.Id),
        };
    }

    public async Task<ScimResponse> GetAsync(ScimExchange exchange) =>
        Of(exchange, await Directory(exchange).GetUserAsync(exchange.Caller, exchange.ResourceId), StatusCodes.Status200OK);

    public async Task<ScimResponse> ReplaceAsync(ScimExchange exchange)
    {
        var (id, expected) = (exchange.ResourceId, exchange.ExpectedVersion);
        var user = ScimBody.User(await exchange.ReadBodyAsync());
        return Of(exchange, await Directory(exchange).ReplaceUserAsync(exchange.Caller, id, user, expected), StatusCodes.Status200OK);
    }

    public async Task<ScimResponse> PatchAsync(ScimExchange exchange)
    {
        var (id, expected) = (exchange.ResourceId, exchange.ExpectedVersion);
        var patch = ScimBody.Patch(await exchange.ReadBodyAsync());
        return Of(exchange, await Directory(exchange).PatchUserAsync(exchange.Caller, id, patch, expected), StatusCodes.Status200OK);
    }

    public async Task<ScimResponse> DeleteAsync(ScimExchange exchange)
    {
        await Directory(exchange).DeleteUserAsync(exchange.Caller, exchange.ResourceId, exchange.ExpectedVersion);
        return new ScimResponse(StatusCodes.Status204NoContent) { Changed = true };
    }

    private IScimUsersGrain Directory(ScimExchange exchange) => grains.GetGrain<IScimUsersGrain>(exchange.CompanyId);

    private ScimResponse Of(ScimExchange exchange, ScimResult<ScimUserView> result, int status) =>
        Of(exchange, result.Resource, status) with
        {
            Changed = result.Changed,
            Notes = result.Notes,
        };

    private ScimResponse Of(ScimExchange exchange, ScimUserView view, int status) =>
        new(status, exchange.Projection.Apply(resources.Of(view))) { Version = view.Version, ResourceId = view.Id };
}
