using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Scim;

/// <summary>
/// Changes people. The company comes first and the directory's own record last: whatever a crash interrupts, the identity
/// provider gets no answer, and its next attempt finishes it.
/// </summary>
internal sealed class ScimUserCommands(ScimContext directory, ScimListing listing, ScimBrake brake)
{
    private const string DeactivatedByAdmin =
        "An admin has deactivated this person in Kayse, so they stay deactivated. Reactivate them there.";

    private const string AddressStays =
        "The email address of the person's account stays as it is. They change it themselves, in their profile.";

    public async Task<ScimResult<ScimUserView>> CreateAsync(Actor actor, ScimUser sent)
    {
        var user = ScimUserRules.Create(sent);
        var same = ScimIdentityRules.FindSame(directory.People, user);
        var email = ScimPersonRules.EmailOf(user) ?? throw ScimValues.Invalid("emails or userName must have an email address.");
        if (
            await listing.FindByEmailAsync(actor, email) is { } holder
            && directory.People.Find(holder.UserId) is { Said: not null } other
            && other != same
        )
            throw ScimIdentityRules.NameTaken;
        var command = new ProvisionMember(
            EntityId.New(directory.Clock),
            ScimPersonRules.FullNameOf(user),
            email,
            ProvisioningReason.Directory
        )
        {
            JobTitle = user.Title,
            KnownUserId = same?.UserId,
        };
        var (member, outcome) = await directory.Company.ProvisionMemberAsync(actor, command);
        var isNew = outcome is ProvisioningOutcome.Created or ProvisioningOutcome.Added;
        var before = new ScimPerson(member, same is { Said: not null } && same.UserId == member.UserId ? same : null);
        var result = await ChangeAsync(actor, before, user, isNew);
        return result with { Changed = true };
    }

    public async Task<ScimResult<ScimUserView>> ReplaceAsync(Actor actor, string id, ScimUser sent, long? expectedVersion)
    {
        var person = await listing.GetAsync(actor, id);
        ScimContext.EnsureVersion(expectedVersion, person.Version);
        return await ChangeAsync(actor, person, ScimUserRules.Replace(person.User, sent));
    }

    public async Task<ScimResult<ScimUserView>> PatchAsync(Actor actor, string id, ScimPatch patch, long? expectedVersion)
    {
        var person = await listing.GetAsync(actor, id);
        ScimContext.EnsureVersion(expectedVersion, person.Version);
        var (user, ignored) = ScimPatchRules.Apply(person.User, patch);
        var result = await ChangeAsync(actor, person, user);
        return ignored.Count == 0
            ? result
            : result with
            {
                Notes = [.. result.Notes, $"Kayse doesn't keep these attributes: {string.Join(", ", ignored)}."],
            };
    }

    public async Task DeleteAsync(Actor actor, string id, long? expectedVersion)
    {
        var person = await listing.GetAsync(actor, id);
        ScimContext.EnsureVersion(expectedVersion, person.Version);
        if (person.Member.Status == MemberStatus.Active)
            await brake.PassAsync(actor, person.Member);
        await directory.Company.RemoveProvisionedAsync(actor, id);
        if (person.Record is { } record)
            await listing.ForgetAsync(record);
    }

    private async Task<ScimResult<ScimUserView>> ChangeAsync(Actor actor, ScimPerson person, ScimUser after, bool isNew = false)
    {
        ScimIdentityRules.EnsureUnique(directory.People, person.Id, after);
        var before = person.User;
        var notes = new List<string>();
        var member = await SetActiveAsync(actor, person, after, isNew, notes);
        if (!isNew)
            member = await RenameAsync(actor, member, before, after);
        if (ScimPersonRules.EmailOf(after) is { } email && ScimPersonRules.EmailOf(before) is { } had && !Same(email, had))
            notes.Add(AddressStays);
        var record = isNew || person.Record is null || ScimPerson.Differ(before, after) ? RecordOf(person, after, isNew) : person.Record;
        if (record != person.Record)
            await directory.People.PutAsync(record);
        var next = new ScimPerson(member, record);
        var changed = isNew || ScimPerson.Differ(before, next.User);
        if (!changed && notes.Count == 0)
            notes.Add(ScimContext.SameAlready);
        return new ScimResult<ScimUserView>(next.ViewWith(directory.Groups), changed) { Notes = notes };
    }

    private async Task<MemberView> SetActiveAsync(Actor actor, ScimPerson person, ScimUser after, bool isNew, List<string> notes)
    {
        var isActive = person.Member.Status == MemberStatus.Active;
        if (after.Active == isActive)
            return person.Member;
        if (!isActive)
        {
            var member = await directory.Company.ReactivateProvisionedAsync(actor, person.Id);
            if (member.Status != MemberStatus.Active)
                notes.Add(DeactivatedByAdmin);
            return member;
        }

        if (!isNew)
            await brake.PassAsync(actor, person.Member);
        return await directory.Company.DeactivateProvisionedAsync(actor, person.Id);
    }

    private async Task<MemberView> RenameAsync(Actor actor, MemberView member, ScimUser before, ScimUser after)
    {
        var name = ScimPersonRules.FullNameOf(after);
        var fullName = name == ScimPersonRules.FullNameOf(before) ? null : name;
        return fullName is null && after.Title == before.Title
            ? member
            : await directory.Company.UpdateProvisionedAsync(actor, member.UserId, fullName, new(after.Title));
    }

    /// <summary>What the directory keeps of a person from now on.</summary>
    public ScimPersonRecord RecordOf(ScimPerson person, ScimUser after, bool isNew)
    {
        var held = person.Record ?? new ScimPersonRecord { UserId = person.Id, CreatedAt = directory.Now };
        return held with
        {
            Said = ScimPerson.SaidOf(after),
            ExternalId = after.ExternalId,
            HasAccessOfGroups = held.HasAccessOfGroups || isNew,
            ModifiedAt = directory.Now,
            Version = held.Version + 1,
        };
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
