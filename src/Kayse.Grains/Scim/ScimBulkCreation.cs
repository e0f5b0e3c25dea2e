using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Scim;

/// <summary>
/// Adds people whose requests came together: those who are new in every respect at once, and the others one by one.
/// </summary>
internal sealed class ScimBulkCreation(ScimContext directory, ScimTokenRing tokens, ScimUserCommands users)
{
    public async Task<IReadOnlyList<ScimCreated>> CreateAsync(IReadOnlyList<ScimCreation> requests)
    {
        var created = requests.Count > 1 ? await CreateNewAsync(requests) : [];
        var results = new List<ScimCreated>(requests.Count);
        for (var place = 0; place < requests.Count; place++)
        {
            var isDone = created.TryGetValue(place, out var result);
            results.Add(isDone ? new ScimCreated(result, Refusal: null) : await CreateOneAsync(requests[place]));
        }

        return results;
    }

    private async Task<ScimCreated> CreateOneAsync(ScimCreation request)
    {
        try
        {
            return new ScimCreated(await users.CreateAsync(await tokens.ActorAsync(request.Caller), request.User), Refusal: null);
        }
        catch (RefusedException refused)
        {
            return new ScimCreated(Result: null, refused.Refusal);
        }
    }

    private async Task<Dictionary<int, ScimResult<ScimUserView>>> CreateNewAsync(IReadOnlyList<ScimCreation> requests)
    {
        var created = new Dictionary<int, ScimResult<ScimUserView>>();
        var found = requests
            .Select((request, place) => (Place: place, User: FindNew(request)))
            .Where(one => one.User is not null)
            .DistinctBy(one => one.User!.UserName!, StringComparer.OrdinalIgnoreCase)
            .DistinctBy(one => one.User!.ExternalId ?? $"none {one.Place}", StringComparer.Ordinal)
            .ToList();
        if (found.Count == 0)
            return created;
        var actor = await tokens.ActorAsync(requests[found[0].Place].Caller);
        var members = await directory.Company.CreateNewMembersAsync(actor, [.. found.Select(one => CommandOf(one.User!))]);
        var records = new List<ScimPersonRecord>();
        foreach (var ((place, user), member) in found.Zip(members))
        {
            if (member is null)
                continue;
            var record = users.RecordOf(new ScimPerson(member, Record: null), user!, isNew: true);
            records.Add(record);
            created.Add(place, new ScimResult<ScimUserView>(new ScimPerson(member, record).ViewWith(directory.Groups), Changed: true));
        }

        await directory.People.PutAsync(records);
        return created;
    }

    // Null for whoever takes more than adding them, or is to be refused.
    private ScimUser? FindNew(ScimCreation request)
    {
        try
        {
            tokens.Authenticate(request.Caller);
            var user = ScimUserRules.Create(request.User);
            var isKnown = ScimIdentityRules.FindSame(directory.People, user) is not null;
            return isKnown || user.Active != true || ScimPersonRules.EmailOf(user) is null ? null : user;
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private ProvisionMember CommandOf(ScimUser user) =>
        new(EntityId.New(directory.Clock), ScimPersonRules.FullNameOf(user), ScimPersonRules.EmailOf(user)!, ProvisioningReason.Directory)
        {
            JobTitle = user.Title,
        };
}
