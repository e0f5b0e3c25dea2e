using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kayse.Grains.Scim;

/// <summary>Finds groups by filter.</summary>
internal sealed class ScimGroupListing(ScimContext directory, ScimGroupCommands groups)
{
    private const string Members = "members";
    private const string MemberIds = "members.value";

    public ScimPage<ScimGroupView> List(ScimListQuery query)
    {
        var filter = query.Filter is { } text ? ScimFilter.Parse(text, ScimSchema.Group) : null;
        // Whether one person is in a group is asked far more often than who is in it.
        var memberId = filter?.RequiredValueOf(MemberIds) ?? filter?.RequiredValueOf(Members);
        var withMembers = memberId is null && query.Filter?.Contains(Members, StringComparison.OrdinalIgnoreCase) == true;
        var found = directory
            .Groups.All.Where(group => filter is null || filter.Matches(ResourceOf(group, memberId, withMembers)))
            .OrderBy(group => group.Id, StringComparer.Ordinal)
            .ToList();
        var start = Math.Max(1, query.StartIndex);
        var page = found.Skip(start - 1).Take(Math.Clamp(query.Count, 0, ScimListQuery.MaxCount));
        return new ScimPage<ScimGroupView>([.. page.Select(group => groups.ViewOf(group, query.WithMembers))], start, found.Count);
    }

    private JsonObject ResourceOf(ScimGroupRecord group, string? memberId, bool withMembers)
    {
        IEnumerable<string> ids = withMembers ? directory.People.MembersOf(group.Id) : [];
        if (memberId is not null && directory.People.MembersOf(group.Id).Contains(memberId))
            ids = [memberId];
        var resource = new JsonObject
        {
            ["id"] = group.Id,
            ["displayName"] = group.DisplayName,
            ["members"] = JsonSerializer.SerializeToNode(ids.Select(id => new ScimReference(id)), ScimJson.Options),
            ["meta"] = new JsonObject
            {
                ["resourceType"] = ScimSchema.Group.Name,
                ["created"] = ScimListing.TextOf(group.CreatedAt),
                ["lastModified"] = ScimListing.TextOf(group.ModifiedAt),
            },
        };
        if (group.ExternalId is { } externalId)
            resource["externalId"] = externalId;
        return resource;
    }
}
