using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Members.Pages;

/// <summary>A page that does something to the members who were selected in the list, one by one.</summary>
public abstract class SelectedMembersPage : StaffPageBase
{
    // More than a page of the list has.
    private const int MaxSelected = 200;

    /// <summary>Whom it is about.</summary>
    [SupplyParameterFromQuery(Name = "ids")]
    public string[]? Ids { get; set; }

    /// <summary>Those of them who are members.</summary>
    protected IReadOnlyList<MemberView> Selected { get; private set; } = [];

    /// <summary>What became of each; null while nothing was done.</summary>
    protected IReadOnlyList<RowOutcome>? Outcomes { get; private set; }

    /// <summary>How many they are, in words.</summary>
    protected string Count => Selected.Count == 1 ? Selected[0].FullName : FormattableString.Invariant($"{Selected.Count} people");

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        var members = new List<MemberView>();
        foreach (var id in (Ids ?? []).Distinct(StringComparer.Ordinal).Take(MaxSelected))
        {
            if (await FindAsync(id) is { } member)
                members.Add(member);
        }

        Selected = members;
    }

    /// <summary>Does it to each; says so in the list where nobody was refused, and here otherwise.</summary>
    protected async Task ForEachAsync(Func<MemberView, Task> act, string done)
    {
        var outcomes = await RowOutcome.OfEachAsync(Selected, member => member.FullName, act);
        if (outcomes.All(outcome => outcome.Refused is null))
            Done(done, StaffPage.Url);
        Outcomes = outcomes;
    }

    // One may have gone since the list was shown.
    private async Task<MemberView?> FindAsync(string id)
    {
        try
        {
            return await Caller.Company<ICompanyMembersGrain>(Grains).GetMemberAsync(Actor, WellFormed(id));
        }
        catch (RefusedException refused) when (refused.Refusal == GeneralErrors.NotFound)
        {
            return null;
        }
    }
}
