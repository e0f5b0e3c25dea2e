using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.WebHost.Members.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Invitations.Pages;

/// <summary>A page that does something to the invitations that were selected in the list, one by one.</summary>
public abstract class SelectedInvitationsPage : StaffPageBase
{
    // More than a page of the list has.
    private const int MaxSelected = 200;

    /// <summary>Which ones it is about.</summary>
    [SupplyParameterFromQuery(Name = "ids")]
    public string[]? Ids { get; set; }

    /// <inheritdoc/>
    protected override bool IsMeantForMe => Me.May(Permissions.InviteMembers);

    /// <summary>Those of them that there are.</summary>
    protected IReadOnlyList<InvitationView> Selected { get; private set; } = [];

    /// <summary>What became of each; null while nothing was done.</summary>
    protected IReadOnlyList<RowOutcome>? Outcomes { get; private set; }

    /// <summary>How many they are, in words.</summary>
    protected string Count => Selected.Count == 1 ? "1 invitation" : FormattableString.Invariant($"{Selected.Count} invitations");

    /// <summary>The invitations of the company.</summary>
    protected ICompanyInvitationsGrain Company => Caller.Company<ICompanyInvitationsGrain>(Grains);

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        var invitations = new List<InvitationView>();
        foreach (var id in (Ids ?? []).Distinct(StringComparer.Ordinal).Take(MaxSelected))
        {
            if (await FindAsync(id) is { } invitation)
                invitations.Add(invitation);
        }

        Selected = invitations;
    }

    /// <summary>Does it to each; says so in the list where none was refused, and here otherwise.</summary>
    protected async Task ForEachAsync(Func<InvitationView, Task> act, string done)
    {
        var outcomes = await RowOutcome.OfEachAsync(Selected, invitation => invitation.Details.FullName, act);
        if (outcomes.All(outcome => outcome.Refused is null))
            Done(done, StaffPage.InvitationsUrl);
        Outcomes = outcomes;
    }

    // One may have gone since the list was shown.
    private async Task<InvitationView?> FindAsync(string id)
    {
        try
        {
            return await Company.GetInvitationAsync(Actor, WellFormed(id));
        }
        catch (RefusedException refused) when (refused.Refusal == GeneralErrors.NotFound)
        {
            return null;
        }
    }
}
