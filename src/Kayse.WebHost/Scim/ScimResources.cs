using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.Grains.Mail;
using Kayse.Grains.Scim;

namespace Kayse.WebHost.Scim;

/// <summary>Resources as SCIM shows them.</summary>
internal sealed class ScimResources(PublicLinks links)
{
    private const string ListSchema = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    /// <summary>The address of a resource.</summary>
    public string LocationOf(ScimSchema schema, string id) => $"{links.PublicUrl}{ScimEndpoints.Base}{schema.Endpoint}/{id}";

    /// <summary>A person.</summary>
    public JsonObject Of(ScimUserView view)
    {
        var user = JsonSerializer.SerializeToNode(view.User, ScimJson.Options)!.AsObject();
        Begin(user, ScimSchema.User, view.Id);
        user["groups"] = ReferencesOf(view.Groups, ScimSchema.Group);
        user["meta"] = MetaOf(ScimSchema.User, view.Id, view.Created, view.LastModified, view.Version);
        return user;
    }

    /// <summary>A group.</summary>
    public JsonObject Of(ScimGroupView view)
    {
        var group = new JsonObject { ["displayName"] = view.DisplayName };
        Begin(group, ScimSchema.Group, view.Id);
        if (view.ExternalId is not null)
            group["externalId"] = view.ExternalId;
        if (view.Members is not null)
            group["members"] = ReferencesOf(view.Members, ScimSchema.User);
        group["meta"] = MetaOf(ScimSchema.Group, view.Id, view.Created, view.LastModified, view.Version);
        return group;
    }

    /// <summary>A part of a list.</summary>
    public static JsonObject ListOf(IReadOnlyList<JsonObject> items, int startIndex, int total) =>
        new()
        {
            ["schemas"] = new JsonArray(ListSchema),
            ["totalResults"] = total,
            ["startIndex"] = startIndex,
            ["itemsPerPage"] = items.Count,
            ["Resources"] = new JsonArray([.. items]),
        };

    private static void Begin(JsonObject resource, ScimSchema schema, string id)
    {
        resource.Insert(0, "schemas", new JsonArray(schema.Id));
        resource.Insert(1, "id", id);
    }

    private JsonArray ReferencesOf(IReadOnlyList<ScimReference> references, ScimSchema schema) =>
        [
            .. references.Select(reference =>
            {
                var shown = new JsonObject { ["value"] = reference.Value, ["$ref"] = LocationOf(schema, reference.Value) };
                if (reference.Display is not null)
                    shown["display"] = reference.Display;
                return shown;
            }),
        ];

    private JsonObject MetaOf(ScimSchema schema, string id, DateTimeOffset created, DateTimeOffset lastModified, long version) =>
        new()
        {
            ["resourceType"] = schema.Name,
            ["created"] = TimeOf(created),
            ["lastModified"] = TimeOf(lastModified),
            ["location"] = LocationOf(schema, id),
            ["version"] = ScimVersion.Of(version),
        };

    private static string TimeOf(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
