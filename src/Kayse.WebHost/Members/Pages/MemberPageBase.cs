using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.WebHost.Console;
using Kayse.WebHost.Http.Problems;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.Members.Pages;

/// <summary>A page about one member.</summary>
public abstract class MemberPageBase : StaffPageBase
{
    /// <summary>Whom it is about.</summary>
    [Parameter]
    public string UserId { get; set; } = "";

    /// <summary>The member as they are.</summary>
    protected MemberView Member { get; private set; } = null!;

    /// <summary>Their own page.</summary>
    protected string Home => $"{StaffPage.Url}/{UserId}";

    /// <summary>Leads from the message to what ended and what is left to reassign.</summary>
    private protected FlashLink ToOffboarding => new($"{Home}/offboarding", "See what is left to reassign");

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        await ReadAsync();
    }

    /// <summary>Reads the member anew.</summary>
    protected async Task ReadAsync() =>
        Member = await Caller.Company<ICompanyMembersGrain>(Grains).GetMemberAsync(Actor, WellFormed(UserId));

    /// <summary>Does what can't be undone, if the member's name was typed; says so in the list of staff.</summary>
    protected Task ActIfNamedAsync(Func<Task> act, string done, string url = StaffPage.Url, FlashLink? link = null) =>
        ActAsync(
            () =>
                IsNamed
                    ? act()
                    : throw new RefusedException(
                        HttpErrors.Field(ConfirmPanel.NameField, $"Type {Member.FullName}, exactly as it is written here.")
                    ),
            done,
            url,
            link
        );

    // Keyboards of phones begin with a capital, and leave a space behind.
    private bool IsNamed => string.Equals(Text(ConfirmPanel.NameField), Member.FullName.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Does it, and says so on a page, the member's own if no other is named.</summary>
    protected async Task ActAsync(Func<Task> act, string done, string? url = null, FlashLink? link = null)
    {
        if (await TryAsync(act))
            Done(done, url ?? Home, link);
    }
}
