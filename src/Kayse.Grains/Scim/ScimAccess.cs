using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scim;

/// <summary>
/// Has the company give people what their groups stand for. Who is due is stored with the change that makes them due, so
/// that a crash loses nobody.
/// </summary>
internal sealed class ScimAccess(ScimContext directory)
{
    /// <summary>Tells the company of up to so many who are due; whether there are more.</summary>
    public async Task<bool> ApplyAsync(Actor actor, int atMost)
    {
        foreach (var userId in directory.People.Due.Take(atMost).ToList())
            await ApplyAsync(actor, userId);
        return directory.People.Due.Count > 0;
    }

    private async Task ApplyAsync(Actor actor, string userId)
    {
        if (directory.People.Find(userId) is not { IsAccessDue: true } person)
            return;
        var given = person.GroupIds.Select(id => directory.Groups.Find(id)?.Access).OfType<ProvisionedAccess>().ToList();
        var decides = person.HasAccessOfGroups || given.Count > 0;
        try
        {
            if (decides)
                await directory.Company.SetProvisionedAccessAsync(actor, userId, ScimAccessRules.Union(given));
        }
        catch (RefusedException refused) when (refused.Refusal == GeneralErrors.NotFound)
        {
            // They are no member any more.
        }

        // Another change may have come meanwhile; then they are due again.
        if (ReferenceEquals(directory.People.Find(userId), person))
            directory.People.Note(person with { IsAccessDue = false, HasAccessOfGroups = decides });
    }
}
