using Kayse.Grains.AccessReviews;
using Kayse.Grains.Members;
using Kayse.WebHost.Members;

namespace Kayse.WebHost.AccessReviews;

/// <summary>An access review.</summary>
/// <param name="Id">The review's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Status">Whether decisions are still made.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
/// <param name="ClosedBy">Who closed it; null while it is open.</param>
/// <param name="Counts">How many members stand where.</param>
internal sealed record AccessReviewResponse(
    string Id,
    string Name,
    AccessReviewStatus Status,
    DateTimeOffset StartedAt,
    ReviewerResponse StartedBy,
    DateTimeOffset? ClosedAt,
    ReviewerResponse? ClosedBy,
    AccessReviewCountsResponse Counts
)
{
    public static AccessReviewResponse Of(AccessReviewView review) =>
        new(
            review.Id,
            review.Name,
            review.Status,
            review.StartedAt,
            ReviewerResponse.Of(review.StartedBy),
            review.ClosedAt,
            review.ClosedBy is { } closedBy ? ReviewerResponse.Of(closedBy) : null,
            AccessReviewCountsResponse.Of(review.Counts)
        );
}

/// <summary>Somebody who takes part in a review.</summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">What the company called them.</param>
internal sealed record ReviewerResponse(string UserId, string FullName)
{
    public static ReviewerResponse Of(Reviewer reviewer) => new(reviewer.UserId, reviewer.FullName);
}

/// <summary>How many members of a review stand where.</summary>
/// <param name="Undecided">Nobody has decided about them.</param>
/// <param name="Kept">They keep their access.</param>
/// <param name="Reduced">Some of their access was taken away.</param>
/// <param name="Removed">They were removed by the review.</param>
/// <param name="Left">They left without a decision of the review.</param>
/// <param name="Total">All of them.</param>
internal sealed record AccessReviewCountsResponse(int Undecided, int Kept, int Reduced, int Removed, int Left, int Total)
{
    public static AccessReviewCountsResponse Of(AccessReviewCounts counts) =>
        new(counts.Undecided, counts.Kept, counts.Reduced, counts.Removed, counts.Left, counts.Total);
}

/// <summary>A member in an access review.</summary>
/// <param name="UserId">The person.</param>
/// <param name="FullName">What the company calls them.</param>
/// <param name="Email">Their email address; empty once their account has been erased.</param>
/// <param name="Status">Whether they could work in the company.</param>
/// <param name="JoinedAt">When they joined.</param>
/// <param name="LastActiveAt">When they last used a session in the company; null when they never had.</param>
/// <param name="Access">What they might do before the decision.</param>
/// <param name="State">Where they stand.</param>
/// <param name="Decision">What was decided; null when nothing was.</param>
internal sealed record ReviewedMemberResponse(
    string UserId,
    string FullName,
    string Email,
    MemberStatus Status,
    DateTimeOffset JoinedAt,
    DateTimeOffset? LastActiveAt,
    ReviewedAccessResponse Access,
    AccessReviewState State,
    AccessDecisionResponse? Decision
)
{
    public static ReviewedMemberResponse Of(AccessReviewItem item) =>
        new(
            item.UserId,
            item.FullName,
            item.Email,
            item.Status,
            item.JoinedAt,
            item.LastActiveAt,
            ReviewedAccessResponse.Of(item.Access),
            item.State,
            item.Decision is { } decision ? AccessDecisionResponse.Of(decision) : null
        );
}

/// <summary>What a member may do, with the names that scopes and agents had then.</summary>
/// <param name="Role">Their role.</param>
/// <param name="Permissions">Everything they may do in general, the role's permissions included.</param>
/// <param name="CaseAccess">Every case type, or those of their scopes only.</param>
/// <param name="ScopeNames">Their scopes.</param>
/// <param name="AgentAccess">Every agent, or the assigned ones only.</param>
/// <param name="AgentNames">The agents that are assigned to them.</param>
/// <param name="AgentOverrides">By agent id, permissions granted or denied there only.</param>
internal sealed record ReviewedAccessResponse(
    Role Role,
    IReadOnlyList<string> Permissions,
    AccessMode CaseAccess,
    IReadOnlyList<string> ScopeNames,
    AccessMode AgentAccess,
    IReadOnlyList<string> AgentNames,
    IReadOnlyDictionary<string, AgentOverrideBody> AgentOverrides
)
{
    public static ReviewedAccessResponse Of(ReviewedAccess access) =>
        new(
            access.Grant.Role,
            access.Grant.EffectivePermissions(),
            access.Grant.CaseAccess,
            access.ScopeNames,
            access.Grant.AgentAccess,
            access.AgentNames,
            AgentOverrideBody.Of(access.Grant.AgentOverrides)
        );
}

/// <summary>A decision that was carried out.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="At">When.</param>
/// <param name="ByUserId">Who decided.</param>
/// <param name="ByName">What they are called.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="AccessAfter">What was left of the access; null unless it was reduced.</param>
internal sealed record AccessDecisionResponse(
    AccessDecision Decision,
    DateTimeOffset At,
    string ByUserId,
    string? ByName,
    string? Note,
    ReviewedAccessResponse? AccessAfter
)
{
    public static AccessDecisionResponse Of(ReviewedDecision decision) =>
        new(
            decision.Kind,
            decision.At,
            decision.ByUserId,
            decision.ByName,
            decision.Note,
            decision.After is { } after ? ReviewedAccessResponse.Of(after) : null
        );
}

/// <summary>Whether Super Admins are reminded of access reviews.</summary>
/// <param name="Quarterly">Whether they get an email at the beginning of each quarter.</param>
/// <param name="NextAt">When the next one comes; null when none does.</param>
internal sealed record AccessReviewReminderResponse(bool Quarterly, DateTimeOffset? NextAt)
{
    public static AccessReviewReminderResponse Of(AccessReviewReminder reminder) => new(reminder.Quarterly, reminder.NextAt);
}
