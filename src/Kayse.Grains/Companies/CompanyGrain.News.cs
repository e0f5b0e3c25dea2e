using Kayse.Grains.Members;
using Kayse.Grains.State;
using Kayse.Grains.Users;

namespace Kayse.Grains.Companies;

internal sealed partial class CompanyGrain
{
    public async Task ContactChangedAsync(string userId)
    {
        if (State.FounderId is null)
            DeactivateOnIdle();
        var user = GrainFactory.GetGrain<IUserGrain>(userId);
        if (await user.GetContactAsync() is not { } contact)
            return;
        var isPhoneFree = contact.PhoneNumber is null || IsPhoneFreeFor(userId, contact.PhoneNumber);
        if (
            _roster.Find(userId) is { Removed: false } member
            && MemberRules.WithContact(member, contact, isPhoneFree) is var next
            && next != member
        )
            await ChangeMemberAsync(next, AuditBy(next).MemberUpdated(member, next).Select(record => new Announcement(record)));
        await user.ContactKnownAsync(Key, contact.Version);
    }
}
