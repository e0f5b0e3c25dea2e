using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Scim;

/// <summary>
/// Changes groups. Who is in one stands with the people; those for whom that changes what they may do are due in the same
/// write.
/// </summary>
internal sealed class ScimGroupCommands(ScimContext directory, ScimMembers members, PendingReminder reminder)
{
    public async Task<ScimResult<ScimGroupView>> CreateAsync(Actor actor, ScimGroup sent)
    {
        var wanted = ScimGroupRules.Check(sent);
        if (FindSame(wanted) is { } same)
            return await ChangeAsync(actor, same, ChangeOf(wanted));
        if (directory.Groups.Count >= ScimGroups.Max)
            throw new RefusedException(ScimDirectoryErrors.TooManyGroups);
        var group = new ScimGroupRecord
        {
            Id = EntityId.New(directory.Clock),
            DisplayName = wanted.DisplayName!,
            ExternalId = wanted.ExternalId,
            CreatedAt = directory.Now,
            ModifiedAt = directory.Now,
            Version = 1,
        };
        await directory.Groups.PutAsync(group);
        var result = await ChangeAsync(actor, group, ChangeOf(wanted));
        return result with { Changed = true };
    }

    public Task<ScimResult<ScimGroupView>> ReplaceAsync(Actor actor, string id, ScimGroup sent, long? expectedVersion) =>
        ChangeAsync(actor, Get(id, expectedVersion), ChangeOf(ScimGroupRules.Check(sent)));

    public async Task<ScimResult<ScimGroupView>> PatchAsync(Actor actor, string id, ScimPatch patch, long? expectedVersion)
    {
        var change = ScimGroupRules.Read(patch);
        var result = await ChangeAsync(actor, Get(id, expectedVersion), change);
        return change.Ignored.Count == 0
            ? result
            : result with
            {
                Notes = [.. result.Notes, $"Kayse doesn't keep these attributes: {string.Join(", ", change.Ignored)}."],
            };
    }

    public async Task DeleteAsync(string id, long? expectedVersion)
    {
        var group = Get(id, expectedVersion);
        await MoveAsync(group, joining: [], directory.People.MembersOf(id));
        await directory.Groups.RemoveAsync(id);
    }

    /// <summary>Says what a group gives; its members are due.</summary>
    public async Task MapAsync(ScimGroupRecord group, ProvisionedAccess? access)
    {
        await reminder.EnsureAsync();
        var people = directory.People.MembersOf(group.Id).Select(directory.People.Find).OfType<ScimPersonRecord>().ToList();
        // Nobody loses by the first write what only the second gives back: the company is told after both.
        await directory.People.PutAsync(people.Select(person => person with { IsAccessDue = true, HasAccessOfGroups = true }));
        await directory.Groups.PutAsync(group with { Access = access });
    }

    public ScimGroupRecord Get(string id, long? expectedVersion = null)
    {
        var group = directory.Groups.Find(id) ?? throw new RefusedException(ScimErrors.NotFound);
        ScimContext.EnsureVersion(expectedVersion, group.Version);
        return group;
    }

    public ScimGroupView ViewOf(ScimGroupRecord group, bool withMembers) =>
        new(group.Id, group.DisplayName, group.ExternalId, group.CreatedAt, group.ModifiedAt, group.Version)
        {
            Members = withMembers
                ?
                [
                    .. directory
                        .People.MembersOf(group.Id)
                        .Order(StringComparer.Ordinal)
                        .Select(id => new ScimReference(id, directory.People.Find(id)?.Said?.DisplayName)),
                ]
                : null,
        };

    private async Task<ScimResult<ScimGroupView>> ChangeAsync(Actor actor, ScimGroupRecord group, ScimGroupChange change)
    {
        EnsureUnique(group, change);
        var current = directory.People.MembersOf(group.Id);
        var added = change.Added.Except(current, StringComparer.Ordinal).ToList();
        var known = await members.ReadAsync(actor, added);
        var joining = added.Where(known.ContainsKey).ToList();
        var leaving = (
            change.ReplacesMembers ? current.Except(change.Added, StringComparer.Ordinal) : change.Removed.Where(current.Contains)
        ).ToList();
        var next = group with
        {
            DisplayName = change.DisplayName ?? group.DisplayName,
            ExternalId = change.ClearsExternalId ? null : change.ExternalId ?? group.ExternalId,
        };
        var changed = next != group || joining.Count + leaving.Count > 0;
        if (changed)
        {
            next = next with { ModifiedAt = directory.Now, Version = group.Version + 1 };
            await MoveAsync(group, [.. joining.Select(id => RecordOf(known[id]))], leaving);
            await directory.Groups.PutAsync(next);
        }

        return new ScimResult<ScimGroupView>(ViewOf(next, withMembers: false), changed)
        {
            Notes = [.. NotesOn(added.Count - joining.Count, changed)],
        };
    }

    private async Task MoveAsync(ScimGroupRecord group, IReadOnlyList<ScimPersonRecord> joining, IReadOnlyCollection<string> leaving)
    {
        var givesAccess = group.Access is not null;
        if (givesAccess)
            await reminder.EnsureAsync();
        var left = leaving
            .Select(directory.People.Find)
            .OfType<ScimPersonRecord>()
            .Select(person => person with { GroupIds = [.. person.GroupIds.Where(id => id != group.Id)] });
        var joined = joining.Select(person => person with { GroupIds = [.. person.GroupIds, group.Id] });
        await directory.People.PutAsync([.. left.Concat(joined).Select(Moved)]);

        ScimPersonRecord Moved(ScimPersonRecord person) =>
            person with
            {
                IsAccessDue = person.IsAccessDue || givesAccess,
                HasAccessOfGroups = person.HasAccessOfGroups || givesAccess,
                ModifiedAt = directory.Now,
                Version = person.Version + 1,
            };
    }

    private ScimPersonRecord RecordOf(MemberView member) =>
        directory.People.Find(member.UserId) is { Said: not null } known
            ? known
            : new ScimPersonRecord
            {
                UserId = member.UserId,
                Said = ScimPerson.SaidOf(new ScimPerson(member, Record: null).User),
                ExternalId = directory.People.Find(member.UserId)?.ExternalId,
                CreatedAt = directory.Now,
            };

    private ScimGroupRecord? FindSame(ScimGroup wanted)
    {
        if (wanted.ExternalId is { } externalId && directory.Groups.FindByExternalId(externalId) is { } same)
            return same;
        return directory.Groups.FindByName(wanted.DisplayName!) is null ? null : throw NameTaken;
    }

    private void EnsureUnique(ScimGroupRecord group, ScimGroupChange change)
    {
        if (change.DisplayName is { } name && directory.Groups.FindByName(name) is { } named && named.Id != group.Id)
            throw NameTaken;
        if (change.ExternalId is { } id && directory.Groups.FindByExternalId(id) is { } other && other.Id != group.Id)
            throw new RefusedException(ScimErrors.Uniqueness("Another group has this externalId."));
    }

    private static RefusedException NameTaken => new(ScimErrors.Uniqueness("Another group has this displayName."));

    private static ScimGroupChange ChangeOf(ScimGroup group) =>
        new()
        {
            DisplayName = group.DisplayName,
            ExternalId = group.ExternalId,
            ReplacesMembers = group.MemberIds is not null,
            Added = group.MemberIds ?? [],
        };

    private static IEnumerable<string> NotesOn(int unknown, bool changed)
    {
        if (unknown == 0 && !changed)
            yield return ScimContext.SameAlready;
        if (unknown > 0)
            yield return unknown == 1
                ? "One member isn't in the directory and was left out."
                : $"{unknown} members aren't in the directory and were left out.";
    }
}
