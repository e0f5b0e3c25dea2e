using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scim;

/// <summary>Finds people by id, by name, and by filter.</summary>
internal sealed class ScimListing(ScimContext directory, ScimMembers members)
{
    /// <summary>
    /// A person; refuses <c>not_found</c>. What the directory has of somebody who is no member any more is forgotten.
    /// </summary>
    public async Task<ScimPerson> GetAsync(Actor actor, string id)
    {
        var record = directory.People.Find(id);
        if (await directory.Company.FindProvisionedAsync(actor, id) is { } member)
            return new ScimPerson(member, record is { Said: not null } ? record : null);
        if (record is { Said: not null })
            await ForgetAsync(record);
        throw new RefusedException(ScimErrors.NotFound);
    }

    /// <summary>Forgets all of somebody who was removed but their id at the identity provider.</summary>
    public Task ForgetAsync(ScimPersonRecord record) =>
        record.ExternalId is null
            ? directory.People.RemoveAsync(record.UserId)
            : directory.People.PutAsync(
                new ScimPersonRecord
                {
                    UserId = record.UserId,
                    ExternalId = record.ExternalId,
                    ModifiedAt = directory.Now,
                    Version = record.Version + 1,
                }
            );

    public async Task<ScimPage<ScimUserView>> ListAsync(Actor actor, ScimListQuery query)
    {
        var filter = query.Filter is { } text ? ScimFilter.Parse(text, ScimSchema.User) : null;
        var found = (await CandidatesAsync(actor, filter))
            .Where(person => filter is null || filter.Matches(ResourceOf(person)))
            .OrderBy(person => person.Id, StringComparer.Ordinal)
            .ToList();
        var start = Math.Max(1, query.StartIndex);
        var page = found.Skip(start - 1).Take(Math.Clamp(query.Count, 0, ScimListQuery.MaxCount));
        return new ScimPage<ScimUserView>([.. page.Select(person => person.ViewWith(directory.Groups))], start, found.Count);
    }

    // Identity providers look for one person at a time, by a name or an id.
    private async Task<IEnumerable<ScimPerson>> CandidatesAsync(Actor actor, ScimFilter? filter)
    {
        if (filter?.RequiredValueOf("id") is { } id)
            return await WithMembersAsync(actor, [id]);
        if (filter?.RequiredValueOf("externalId") is { } externalId)
            return await WithMembersAsync(actor, directory.People.FindByExternalId(externalId) is { } known ? [known.UserId] : []);
        if (filter?.RequiredValueOf("userName") is { } userName)
            return await WithMembersAsync(actor, await IdsByNameAsync(actor, userName));
        var all = await members.ReadAllAsync(actor);
        return all.Values.Select(PersonOf);
    }

    private async Task<IReadOnlyCollection<string>> IdsByNameAsync(Actor actor, string userName)
    {
        if (directory.People.FindByUserName(userName) is { } known)
            return [known.UserId];
        return await FindByEmailAsync(actor, userName) is { } member ? [member.UserId] : [];
    }

    /// <summary>The member who has an address, in any form; null when there is none.</summary>
    public Task<MemberView?> FindByEmailAsync(Actor actor, string text) =>
        EmailAddress.TryNormalize(text, out var email)
            ? directory.Company.FindProvisionedByEmailAsync(actor, email)
            : Task.FromResult<MemberView?>(null);

    private async Task<IEnumerable<ScimPerson>> WithMembersAsync(Actor actor, IReadOnlyCollection<string> ids) =>
        (await members.ReadAsync(actor, ids)).Values.Select(PersonOf);

    private ScimPerson PersonOf(MemberView member) =>
        new(member, directory.People.Find(member.UserId) is { Said: not null } record ? record : null);

    private JsonObject ResourceOf(ScimPerson person)
    {
        var view = person.ViewWith(directory.Groups);
        var resource = JsonSerializer.SerializeToNode(view.User, ScimJson.Options)!.AsObject();
        resource["id"] = view.Id;
        resource["meta"] = new JsonObject
        {
            ["resourceType"] = ScimSchema.User.Name,
            ["created"] = TextOf(view.Created),
            ["lastModified"] = TextOf(view.LastModified),
        };
        resource["groups"] = JsonSerializer.SerializeToNode(view.Groups, ScimJson.Options);
        return resource;
    }

    public static string TextOf(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
