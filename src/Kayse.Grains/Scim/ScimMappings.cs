using System.Text.Json;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scim;

/// <summary>What admins see of a directory, and what they say its groups give.</summary>
internal sealed class ScimMappings(ScimContext directory, ScimGroupCommands groups)
{
    public ScimOverview Overview =>
        new([.. directory.State.Tokens.Reverse().Select(token => token.View)], directory.People.Present.Count(), directory.Groups.Count)
        {
            BrakedAt = directory.State.BrakedAt,
            ReleasedUntil = ScimBrakeRules.IsReleased(directory.State, directory.Now) ? directory.State.ReleasedUntil : null,
        };

    public async Task<Page<ScimGroupMapping>> ListAsync(Actor actor, PageRequest page)
    {
        await directory.AuthorizeAsync(actor, Role.Admin);
        var found = Paging.Cut(directory.Groups.All, group => $"{group.DisplayName.ToUpperInvariant()}\n{group.Id}", page);
        return new Page<ScimGroupMapping>([.. found.Items.Select(MappingOf)], found.NextCursor, found.Total);
    }

    public async Task<ScimGroupMapping> GetAsync(Actor actor, string groupId)
    {
        await directory.AuthorizeAsync(actor, Role.Admin);
        return MappingOf(groups.Get(groupId));
    }

    public async Task<ScimGroupMapping> SetAsync(Actor actor, string groupId, ProvisionedAccess? access)
    {
        var by = await AuthorizeAsync(actor);
        var group = groups.Get(groupId);
        var next = access is null ? null : ScimAccessRules.Check(access);
        var (before, after) = (InWords(group.Access), InWords(next));
        if (before == after)
            return MappingOf(group);
        await groups.MapAsync(group, next);
        var target = new AuditTarget(AuditTargetKinds.ScimGroup, group.Id, group.DisplayName);
        await directory.SaveAsync(
            directory.State,
            directory.Audit(by, AuditActions.ScimMappingChanged, target, new AuditChange("access", before, after, Personal: false))
        );
        return MappingOf(groups.Get(groupId));
    }

    /// <summary>Refuses all but a Super Admin in a session who has just proved who they are.</summary>
    public Task<AuditOrigin> AuthorizeAsync(Actor actor)
    {
        ServiceKeyRules.EnsureProved(actor);
        return directory.AuthorizeAsync(actor, Role.SuperAdmin);
    }

    /// <summary>What is kept of a person; null when nothing.</summary>
    public ScimUserView? Find(string userId) =>
        directory.People.Find(userId) is { } record
            ? new ScimUserView(
                userId,
                (record.Said ?? new ScimUser()) with
                {
                    ExternalId = record.ExternalId,
                },
                record.CreatedAt,
                record.ModifiedAt,
                record.Version
            )
            {
                Groups = [.. record.GroupIds.Select(id => new ScimReference(id, directory.Groups.Find(id)?.DisplayName))],
            }
            : null;

    private ScimGroupMapping MappingOf(ScimGroupRecord group) =>
        new(group.Id, group.DisplayName, directory.People.MembersOf(group.Id).Count, group.Access);

    private static string? InWords(ProvisionedAccess? access) =>
        access is null
            ? null
            : JsonSerializer.Serialize(
                new
                {
                    role = access.Role == Role.Admin ? "admin" : "user",
                    caseAccess = access.AllCases ? "all" : "assigned",
                    scopeIds = access.ScopeIds,
                    agentAccess = access.AllAgents ? "all" : "assigned",
                    agentIds = access.AgentIds,
                }
            );
}
