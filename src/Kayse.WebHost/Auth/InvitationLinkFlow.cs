using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Invitations;

namespace Kayse.WebHost.Auth;

/// <summary>What the holder of an invitation's token does without accepting it (IN-7): looks at it, declines it.</summary>
internal sealed class InvitationLinkFlow(IGrainFactory grains)
{
    /// <summary>What it says, and who has the address already, if anybody. Changes nothing.</summary>
    public async Task<(InvitationPreview Invitation, string? OwnerId)> LookUpAsync(string token)
    {
        var invitation = await LookUpAsync(InvitationToken.Parse(token));
        return (invitation, await grains.GetGrain<IEmailAddressGrain>(invitation.Email).GetUserIdAsync());
    }

    public async Task DeclineAsync(string token, string? ipAddress)
    {
        var parsed = InvitationToken.Parse(token);
        var invitation = await LookUpAsync(parsed);
        await grains.GetGrain<ICompanyGrain>(invitation.CompanyId).DeclineInvitationAsync(new DeclineInvitation(parsed.InvitationId, parsed.Secret) { IpAddress = ipAddress });
    }

    private Task<InvitationPreview> LookUpAsync(InvitationToken token) => grains.GetGrain<IInvitationGrain>(token.InvitationId).LookUpAsync(token.Secret);
}
