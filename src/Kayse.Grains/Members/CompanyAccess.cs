using Kayse.Grains.Companies;
using Kayse.Grains.Lists;
using Kayse.Grains.Users;

namespace Kayse.Grains.Members;

/// <summary>Who may do what in a company, and why: <see cref="ICompanyAccessGrain"/>.</summary>
internal sealed class CompanyAccess(CompanyContext company, CompanyMembers members, MemberList list)
{
    public async Task<MemberAccess> ExplainAsync(Actor actor, string userId)
    {
        await company.WhenSavedAsync();
        var acting = company.Acting(actor);
        if (acting.UserId != userId)
            MemberRules.EnsureMay(acting, Permissions.ReadMembers);
        var member = company.Roster.Get(userId);
        var standing = await company.User<IMembershipsGrain>(userId).GetStandingAsync();
        var blocks = AccessBlocks.Of(member, standing, CompanyRules.TwoFactorRequiredFrom(member, company.State), company.Now);
        return new MemberAccess(member.View, Explain(member.Access), blocks);
    }

    public async Task<AccessPreview> PreviewAsync(Actor actor, string userId, UpdateMember command)
    {
        await company.WhenSavedAsync();
        var (_, before, next) = members.Plan(actor, userId, command);
        var (was, willBe) = (Explain(before.Access), Explain(next.Access));
        return new AccessPreview(was, willBe, AccessDifferences.Gained(was, willBe), AccessDifferences.Gained(willBe, was));
    }

    public async Task<Page<AccessHolder>> FindHoldersAsync(Actor actor, AuthorizationQuestion question, PageRequest page)
    {
        await company.WhenSavedAsync();
        MemberRules.EnsureMay(company.Acting(actor), Permissions.ReadMembers);
        return list.CutByName($"holders of {question}", page, member => HolderOf(member, question));
    }

    public async Task<CompanyPeople> ListWithRightAsync(CompanyRight right)
    {
        await company.WhenSavedAsync();
        var holders = company.Roster.Members.Where(member => MemberRules.IsActive(member) && MemberRules.Has(member, right));
        return new CompanyPeople(
            company.State.Name,
            [
                .. MemberRules
                    .FirstJoinedFirst(holders)
                    .Select(member => new CompanyPerson(member.UserId, member.FullName, member.Email, member.Role)),
            ]
        );
    }

    private AccessHolder? HolderOf(MemberRecord member, AuthorizationQuestion question)
    {
        if (member.Status != MemberStatus.Active)
            return null;
        var principal = AccessExplanations.PrincipalOf(member.Access, company.Scopes.CaseTypesOf(member.Access));
        var decision = AuthorizationRules.Decide(principal, question);
        return decision.Allowed ? new AccessHolder(member.View, decision.Reason) : null;
    }

    private AccessExplanation Explain(AccessGrant access) =>
        AccessExplanations.Of(access, company.Scopes.CaseTypesOf(access), company.Scopes.Find);
}
