using Kayse.Grains.AccessReviews;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Callers;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.AccessReviews.Pages;

/// <summary>A page that decides about one member in a review.</summary>
public abstract class ReviewedMemberPageBase : AccessReviewPageBase
{
    /// <summary>About whom.</summary>
    [Parameter]
    public string UserId { get; set; } = "";

    /// <summary>What the review says of them.</summary>
    protected AccessReviewItem Item { get; private set; } = null!;

    /// <summary>The member as they are.</summary>
    protected MemberView Member { get; private set; } = null!;

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        await ReadAsync();
        if (!MayDecide(Item))
            throw new RefusedException(GeneralErrors.Forbidden);
    }

    /// <summary>Reads the member anew.</summary>
    protected async Task ReadAsync()
    {
        Item = await Reviews.GetItemAsync(Actor, WellFormed(ReviewId), WellFormed(UserId));
        Member = await Caller.Company<ICompanyMembersGrain>(Grains).GetMemberAsync(Actor, UserId);
    }

    /// <summary>Decides, and says so in the list.</summary>
    protected async Task DecideAsync(DecideAccess command, string done)
    {
        if (await TryAsync(() => Reviews.DecideAsync(Actor, ReviewId, UserId, command)))
            Done(done, Home);
        else
            await ReadAsync();
    }
}
