using Kayse.Grains.ApiKeys;
using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;

namespace Kayse.Grains.AccessReviews;

/// <summary>What the parts of a company's access reviews share: who may review, and the grains that they work with.</summary>
internal sealed class AccessReviewContext(IGrainFactory grains, string companyId)
{
    private static readonly CompanyRight _admin = new(Role.Admin, []);

    public string CompanyId => companyId;

    public IGrainFactory Grains => grains;

    public IAccessReviewRecordsGrain Records => grains.GetGrain<IAccessReviewRecordsGrain>(companyId);

    public ICompanyMembersGrain Members => grains.GetGrain<ICompanyMembersGrain>(companyId);

    /// <summary>Refuses whoever may not read reviews.</summary>
    public Task EnsureMayAsync(Actor actor) => grains.GetGrain<ICompanyGrain>(companyId).EnsureRightAsync(actor, _admin);

    /// <summary>Who reviews; refuses whoever may not: a review is the judgement of a person, so keys may only read it.</summary>
    public async Task<MemberView> ReviewerAsync(Actor actor)
    {
        if (actor.Key is not null)
            throw new RefusedException(ApiKeyErrors.NotAllowed);
        await EnsureMayAsync(actor);
        return await Members.GetMemberAsync(actor, actor.UserId);
    }

    /// <summary>A member; null when there is none. Refuses whoever may not review.</summary>
    public async Task<MemberView?> FindMemberAsync(Actor actor, string userId)
    {
        try
        {
            return await Members.GetMemberAsync(actor, userId);
        }
        catch (RefusedException refused) when (refused.Refusal == GeneralErrors.NotFound)
        {
            // The company says the same to an actor who is no member any more.
            await EnsureMayAsync(actor);
            return null;
        }
    }

    /// <summary>A review; refuses <c>not_found</c>.</summary>
    public async Task<AccessReviewView> GetReviewAsync(string reviewId) =>
        await Records.FindAsync(reviewId) ?? throw new RefusedException(GeneralErrors.NotFound);

    /// <summary>A member of a review; refuses <c>not_found</c>.</summary>
    public async Task<AccessReviewItem> GetItemAsync(string reviewId, string userId) =>
        await Records.FindItemAsync(reviewId, userId) ?? throw new RefusedException(GeneralErrors.NotFound);
}
