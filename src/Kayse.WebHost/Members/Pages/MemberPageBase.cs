using Kayse.Grains.Members;
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

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        await ReadAsync();
    }

    /// <summary>Reads the member anew.</summary>
    protected async Task ReadAsync() =>
        Member = await Caller.Company<ICompanyMembersGrain>(Grains).GetMemberAsync(Actor, WellFormed(UserId));

    /// <summary>Does it, and says so on a page, the member's own if no other is named.</summary>
    protected async Task ActAsync(Func<Task> act, string done, string? url = null)
    {
        if (await TryAsync(act))
            Done(done, url ?? Home);
    }
}
