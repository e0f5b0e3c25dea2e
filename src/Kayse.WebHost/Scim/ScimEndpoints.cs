using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Scim;

/// <summary>
/// SCIM 2.0 (EN-3, RFC 7644): the routes that a company's identity provider calls. They follow SCIM's own conventions,
/// not those of the API.
/// </summary>
internal static class ScimEndpoints
{
    /// <summary>What every route of SCIM starts with.</summary>
    public const string Base = "/scim/v2";

    public static void MapScim(this WebApplication app)
    {
        var server = ActivatorUtilities.CreateInstance<ScimServer>(app.Services);
        var users = ActivatorUtilities.CreateInstance<ScimUserEndpoints>(app.Services);
        var groups = ActivatorUtilities.CreateInstance<ScimGroupEndpoints>(app.Services);
        var about = ActivatorUtilities.CreateInstance<ScimDiscoveryEndpoints>(app.Services);
        var scim = app.MapGroup(Base).Allows(Who.IdentityProvider).WithMetadata(new RefusalWriter(ScimErrorWriter.WriteAsync));

        scim.MapGet("/Users", server.Serve(users.ListAsync));
        scim.MapPost("/Users", server.Serve(users.CreateAsync));
        scim.MapGet("/Users/{id}", server.Serve(users.GetAsync));
        scim.MapPut("/Users/{id}", server.Serve(users.ReplaceAsync));
        scim.MapPatch("/Users/{id}", server.Serve(users.PatchAsync));
        scim.MapDelete("/Users/{id}", server.Serve(users.DeleteAsync));

        scim.MapGet("/Groups", server.Serve(groups.ListAsync));
        scim.MapPost("/Groups", server.Serve(groups.CreateAsync));
        scim.MapGet("/Groups/{id}", server.Serve(groups.GetAsync));
        scim.MapPut("/Groups/{id}", server.Serve(groups.ReplaceAsync));
        scim.MapPatch("/Groups/{id}", server.Serve(groups.PatchAsync));
        scim.MapDelete("/Groups/{id}", server.Serve(groups.DeleteAsync));

        scim.MapGet("/ServiceProviderConfig", server.Serve(about.GetConfigurationAsync));
        scim.MapGet("/ResourceTypes", server.Serve(about.ListResourceTypesAsync));
        scim.MapGet("/ResourceTypes/{id}", server.Serve(about.GetResourceTypeAsync));
        scim.MapGet("/Schemas", server.Serve(about.ListSchemasAsync));
        scim.MapGet("/Schemas/{id}", server.Serve(about.GetSchemaAsync));
    }

    /// <summary>Statuses that routing answers without a body get one of SCIM's.</summary>
    public static void UseScimStatuses(this WebApplication app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Base, StringComparison.OrdinalIgnoreCase),
            scim =>
                scim.UseStatusCodePages(status =>
                    BareStatuses.FindRefusal(status.HttpContext) is { } refusal
                        ? ScimErrorWriter.WriteAsync(status.HttpContext, refusal)
                        : Task.CompletedTask
                )
        );
}
