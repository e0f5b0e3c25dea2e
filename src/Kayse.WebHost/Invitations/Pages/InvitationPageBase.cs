using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.WebHost.Members.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Invitations.Pages;

/// <summary>A page about one invitation.</summary>
public abstract class InvitationPageBase : StaffPageBase
{
    /// <summary>Which one.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>The invitation as it is.</summary>
    protected InvitationView Invitation { get; private set; } = null!;

    /// <summary>Who is invited, as what.</summary>
    protected InvitationDetails Details => Invitation.Details;

    /// <summary>Its own page.</summary>
    protected string Home => $"{StaffPage.InvitationsUrl}/{Id}";

    /// <inheritdoc/>
    protected override bool IsMeantForMe => Me.May(Permissions.InviteMembers);

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        await ReadAsync();
    }

    /// <summary>Reads the invitation anew.</summary>
    protected async Task ReadAsync() =>
        Invitation = await Caller.Company<ICompanyInvitationsGrain>(Grains).GetInvitationAsync(Actor, WellFormed(Id));
}
