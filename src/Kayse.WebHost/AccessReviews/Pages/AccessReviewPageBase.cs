using Kayse.Grains.AccessReviews;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Members.Pages;
using Microsoft.AspNetCore.Components;

namespace Kayse.WebHost.AccessReviews.Pages;

/// <summary>A page about one access review.</summary>
public abstract class AccessReviewPageBase : StaffPageBase
{
    /// <summary>Where reviews are listed.</summary>
    protected const string ListUrl = "/settings/access-reviews";

    /// <summary>Which review.</summary>
    [Parameter]
    public string ReviewId { get; set; } = "";

    /// <summary>The review.</summary>
    protected AccessReviewView Review { get; private set; } = null!;

    /// <summary>Where it is worked on.</summary>
    protected string Home => $"{ListUrl}/{ReviewId}";

    /// <inheritdoc/>
    protected override bool IsMeantForMe => Me.IsAdmin;

    private protected ICompanyAccessReviewsGrain Reviews => Caller.Company<ICompanyAccessReviewsGrain>(Grains);

    /// <inheritdoc/>
    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        await ReadReviewAsync();
    }

    /// <summary>Reads the review anew.</summary>
    protected async Task ReadReviewAsync() => Review = await Reviews.GetReviewAsync(Actor, WellFormed(ReviewId));

    /// <summary>Whether who looks may decide about a member; the company decides it still.</summary>
    private protected bool MayDecide(AccessReviewItem item) =>
        Review.Status == AccessReviewStatus.Open
        && item.UserId != Me.User.Id
        && item.Access.Grant.Role <= Me.Principal.Role
        && item.State is not (AccessReviewState.Removed or AccessReviewState.Left);
}
