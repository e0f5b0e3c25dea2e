using System.Text.Json.Nodes;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Scim;

namespace Kayse.WebHost.Scim;

/// <summary>What identity providers can find out about this service (RFC 7644, 4).</summary>
internal sealed class ScimDiscoveryEndpoints(PublicLinks links)
{
    private const string ConfigurationSchema = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    private const string ResourceTypeSchema = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
    private const string SchemaSchema = "urn:ietf:params:scim:schemas:core:2.0:Schema";
    private static readonly IReadOnlyList<ScimSchema> _schemas = [ScimSchema.User, ScimSchema.Group];

    public Task<ScimResponse> GetConfigurationAsync(ScimExchange exchange) => Ok(Configuration());

    public Task<ScimResponse> ListResourceTypesAsync(ScimExchange exchange) => ListAsync(exchange, ResourceTypeOf);

    public Task<ScimResponse> GetResourceTypeAsync(ScimExchange exchange) => GetAsync(exchange, schema => schema.Name, ResourceTypeOf);

    public Task<ScimResponse> ListSchemasAsync(ScimExchange exchange) => ListAsync(exchange, Of);

    public Task<ScimResponse> GetSchemaAsync(ScimExchange exchange) => GetAsync(exchange, schema => schema.Id, Of);

    // A filter would ask for something that isn't there, and has to be refused so.
    private static Task<ScimResponse> ListAsync(ScimExchange exchange, Func<ScimSchema, JsonObject> show) =>
        exchange.Query("filter") is null
            ? Ok(ScimResources.ListOf([.. _schemas.Select(show)], 1, _schemas.Count))
            : throw new RefusedException(GeneralErrors.Forbidden);

    private static Task<ScimResponse> GetAsync(ScimExchange exchange, Func<ScimSchema, string> idOf, Func<ScimSchema, JsonObject> show) =>
        _schemas.FirstOrDefault(schema => idOf(schema).Equals(exchange.RouteText, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Ok(show(found))
            : throw new RefusedException(ScimErrors.NotFound);

    private static Task<ScimResponse> Ok(JsonObject body) => Task.FromResult(new ScimResponse(StatusCodes.Status200OK, body));

    private JsonObject Configuration() =>
        new()
        {
            ["schemas"] = new JsonArray(ConfigurationSchema),
            ["patch"] = new JsonObject { ["supported"] = true },
            ["bulk"] = new JsonObject
            {
                ["supported"] = false,
                ["maxOperations"] = 0,
                ["maxPayloadSize"] = 0,
            },
            ["filter"] = new JsonObject { ["supported"] = true, ["maxResults"] = ScimListQuery.MaxCount },
            ["changePassword"] = new JsonObject { ["supported"] = false },
            ["sort"] = new JsonObject { ["supported"] = false },
            ["etag"] = new JsonObject { ["supported"] = true },
            ["authenticationSchemes"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "oauthbearertoken",
                    ["name"] = "Bearer token",
                    ["description"] = "A token that a Super Admin creates in Kayse, under Settings, Provisioning",
                    ["primary"] = true,
                }
            ),
            ["meta"] = MetaOf("ServiceProviderConfig", "/ServiceProviderConfig"),
        };

    private JsonObject ResourceTypeOf(ScimSchema schema) =>
        new()
        {
            ["schemas"] = new JsonArray(ResourceTypeSchema),
            ["id"] = schema.Name,
            ["name"] = schema.Name,
            ["endpoint"] = schema.Endpoint,
            ["description"] = schema.Description,
            ["schema"] = schema.Id,
            ["meta"] = MetaOf("ResourceType", $"/ResourceTypes/{schema.Name}"),
        };

    private JsonObject Of(ScimSchema schema) =>
        new()
        {
            ["schemas"] = new JsonArray(SchemaSchema),
            ["id"] = schema.Id,
            ["name"] = schema.Name,
            ["description"] = schema.Description,
            ["attributes"] = new JsonArray([.. schema.Own.Select(Of)]),
            ["meta"] = MetaOf("Schema", $"/Schemas/{schema.Id}"),
        };

    private static JsonObject Of(ScimAttribute attribute)
    {
        var shown = new JsonObject
        {
            ["name"] = attribute.Name,
            ["type"] = char.ToLowerInvariant(attribute.Type.ToString()[0]) + attribute.Type.ToString()[1..],
            ["multiValued"] = attribute.IsMultiValued,
            ["description"] = attribute.Description,
            ["required"] = attribute.IsRequired,
            ["caseExact"] = attribute.IsCaseExact,
            ["mutability"] = attribute.IsReadOnly ? "readOnly" : "readWrite",
            ["returned"] = attribute.IsAlwaysReturned ? "always" : "default",
            ["uniqueness"] = attribute.IsUnique ? "server" : "none",
        };
        if (attribute.Attributes.Count > 0)
            shown["subAttributes"] = new JsonArray([.. attribute.Attributes.Select(Of)]);
        return shown;
    }

    private JsonObject MetaOf(string resourceType, string path) =>
        new() { ["resourceType"] = resourceType, ["location"] = $"{links.PublicUrl}{ScimEndpoints.Base}{path}" };
}
