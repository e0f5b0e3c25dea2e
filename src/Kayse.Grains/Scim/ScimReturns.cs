using Kayse.Grains.ApiKeys;
using Kayse.Grains.Audit;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Scim;

/// <summary>Lets people come back whom the identity provider has removed.</summary>
internal sealed class ScimReturns(ScimContext directory, IGrainFactory grains)
{
    public async Task AllowAsync(Actor actor, string email)
    {
        ServiceKeyRules.EnsureProved(actor);
        var by = await directory.AuthorizeAsync(actor, Role.SuperAdmin);
        var address = ContactRules.Email(email);
        var userId = await grains.GetGrain<IEmailAddressGrain>(address).GetUserIdAsync();
        if (userId is null || !await directory.Company.AllowReturnAsync(Actor.Directory(actor.SessionId, actor.IpAddress), userId))
            throw new RefusedException(GeneralErrors.NotFound);
        var name = (await grains.GetGrain<IUserGrain>(userId).GetAsync())?.FullName ?? AuditEntry.DeletedPerson;
        var target = new AuditTarget(AuditTargetKinds.Member, userId, name);
        await directory.SaveAsync(directory.State, directory.Audit(by, AuditActions.ScimReturnAllowed, target));
    }
}
