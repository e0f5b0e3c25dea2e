using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Invitations;
using Kayse.Grains.Users;
using Kayse.WebHost.Http;

namespace Kayse.WebHost.Invitations;

/// <summary>
/// What the holder of an invitation's token does without accepting it (IN-7): looks at it, declines it.
/// </summary>
internal sealed class InvitationLinkFlow(IGrainFactory grains)
{
    /// <summary>What it says, and who has proved that the address is theirs, if anybody. Changes nothing.</summary>
    /// <param name="token">The invitation's.</param>
    /// <param name="callerId">Who looks; null when they aren't signed in. They need not have proved it.</param>
    public async Task<(InvitationPreview Invitation, string? OwnerId)> LookUpAsync(string token, string? callerId)
    {
        var invitation = await LookUpAsync(LinkToken.Parse(token));
        var owner = await grains.GetGrain<IEmailAddressGrain>(invitation.Email).GetUserIdAsync();
        var isTheirs =
            owner is not null
            && (owner == callerId || !invitation.ProvesAddress || await grains.GetGrain<IUserEmailGrain>(owner).IsEmailVerifiedAsync());
        return (invitation, isTheirs ? owner : null);
    }

    public async Task DeclineAsync(string token, string? ipAddress)
    {
        var parsed = LinkToken.Parse(token);
        var invitation = await LookUpAsync(parsed);
        await grains
            .GetGrain<ICompanyInvitationsGrain>(invitation.CompanyId)
            .DeclineInvitationAsync(new DeclineInvitation(parsed.OwnerId, parsed.Secret) { IpAddress = ipAddress });
    }

    private Task<InvitationPreview> LookUpAsync(LinkToken token) =>
        grains.GetGrain<IInvitationGrain>(token.OwnerId).LookUpAsync(token.Secret);
}
