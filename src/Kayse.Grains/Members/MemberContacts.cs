using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

/// <summary>Keeps the roster up to date with the addresses and numbers that people have.</summary>
internal sealed class MemberContacts(CompanyContext company, MemberChanges changes, InvitationLimits limits)
{
    public async Task RefreshAsync(string userId)
    {
        if (company.State.FounderId is null)
            company.Deactivate();
        var user = company.User<IUserGrain>(userId);
        if (await user.GetContactAsync() is not { } contact)
            return;
        if (company.Roster.Find(userId) is { Removed: false } member)
        {
            var isPhoneFree = contact.PhoneNumber is null || limits.IsPhoneFreeFor(userId, contact.PhoneNumber);
            var next = MemberRules.WithContact(member, contact, isPhoneFree);
            if (next != member)
                await changes.SaveAsync(next, new Announce(company.AuditBy(next).MemberUpdated(member, next), []));
        }

        await user.ContactKnownAsync(company.Id, contact.Version);
    }
}
