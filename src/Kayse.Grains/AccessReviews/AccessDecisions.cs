using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.AccessReviews;

/// <summary>Decides about members, and carries decisions out.</summary>
internal sealed class AccessDecisions(AccessReviewContext reviews, AccessSnapshots snapshots, TimeProvider clock)
{
    private ICompanyAccessGrain Access => reviews.Grains.GetGrain<ICompanyAccessGrain>(reviews.CompanyId);

    /// <summary>
    /// Notes a decision that changes nothing; returns the step that carries out any other. Null when there is nothing to
    /// carry out.
    /// </summary>
    public async Task<CarryOutDecision?> DecideAsync(Actor actor, string reviewId, string userId, DecideAccess typed)
    {
        var acting = await reviews.ReviewerAsync(actor);
        var review = await reviews.GetReviewAsync(reviewId);
        var item = await reviews.GetItemAsync(reviewId, userId);
        if (review.Status == AccessReviewStatus.Closed)
            throw new RefusedException(AccessReviewErrors.Closed);
        AccessReviewRules.EnsureMayFollow(item, typed.Decision);
        var command = AccessReviewRules.Check(typed);
        if (await FindAsync(actor, item) is not { } member)
        {
            await reviews.Records.PutItemAsync(reviewId, item with { HasLeft = true }, by: null);
            return null;
        }

        AccessReviewRules.EnsureMayReview(acting, member);
        var current = AccessReviewRules.Refreshed(item, await snapshots.TakeAsync(actor, member));
        if (!AccessReviewRules.IsAsSeen(item, member, command.ExpectedVersion))
        {
            await reviews.Records.PutItemAsync(reviewId, current, by: null);
            throw new RefusedException(GeneralErrors.VersionConflict);
        }

        var reviewer = new Reviewer(acting.UserId, acting.FullName);
        var decision = new ReviewedDecision(command.Decision, clock.GetUtcNow(), acting.UserId, command.Note, After: null);
        if (command.Decision == AccessDecision.Keep)
        {
            await reviews.Records.PutItemAsync(reviewId, AccessReviewRules.Decided(current, decision, member.Version), reviewer);
            return null;
        }

        UpdateMember? reduction = null;
        if (command.Decision == AccessDecision.Reduce)
        {
            reduction = new UpdateMember(Access: command.Changes, ExpectedVersion: member.Version);
            AccessReviewRules.EnsureReduces(await Access.PreviewAccessAsync(actor, userId, reduction));
        }

        return new CarryOutDecision(reviewId, current, decision, reduction, actor, reviewer);
    }

    /// <summary>Carries a decision out. May be repeated.</summary>
    public async Task CarryOutAsync(CarryOutDecision step)
    {
        var (item, decision) = (step.Member, step.Decision);
        if (step.Reduction is { } reduction)
        {
            var member = await ReduceAsync(step.By, item, reduction);
            var after = await snapshots.AccessOfAsync(step.By, member.Access);
            item = AccessReviewRules.Decided(item, decision with { After = after }, member.Version);
        }
        else
        {
            await RemoveAsync(step.By, item);
            item = AccessReviewRules.Decided(item, decision with { After = item.Decision?.After }, item.MemberVersion);
        }

        await reviews.Records.PutItemAsync(step.ReviewId, item, step.Reviewer);
    }

    private async Task<MemberView> ReduceAsync(Actor actor, AccessReviewItem item, UpdateMember reduction)
    {
        try
        {
            return await reviews.Members.UpdateMemberAsync(actor, item.UserId, reduction);
        }
        catch (RefusedException refused) when (refused.Refusal == GeneralErrors.VersionConflict)
        {
            // After a crash it may have been done. Then the same change does nothing more.
            var again = await Access.PreviewAccessAsync(actor, item.UserId, reduction with { ExpectedVersion = null });
            if (await FindAsync(actor, item) is { } member && again is { Takes.IsEmpty: true, Grants.IsEmpty: true })
                return member;
            throw;
        }
    }

    // After a crash it may have been done, and the person may even have come back: then they stay.
    private async Task RemoveAsync(Actor actor, AccessReviewItem item)
    {
        if (await FindAsync(actor, item) is not null)
            await reviews.Members.RemoveMemberAsync(actor, item.UserId);
    }

    private async Task<MemberView?> FindAsync(Actor actor, AccessReviewItem item) =>
        await reviews.FindMemberAsync(actor, item.UserId) is { } member && member.JoinedAt == item.JoinedAt ? member : null;
}
