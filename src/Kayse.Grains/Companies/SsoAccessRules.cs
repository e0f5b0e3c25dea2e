using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Sso;

namespace Kayse.Grains.Companies;

/// <summary>Whom a company has use single sign-on, and what sessions it serves.</summary>
internal static class SsoAccessRules
{
    /// <summary>Whether the member has to use single sign-on.</summary>
    public static bool IsRequired(MemberRecord member, CompanyState company) =>
        company.SsoExemptUserIds is not null && !IsExempt(member, company);

    /// <summary>
    /// Whether the member doesn't have to while others do. Who is no longer a Super Admin is exempt no longer.
    /// </summary>
    public static bool IsExempt(MemberRecord member, CompanyState company) =>
        member.Role == Role.SuperAdmin && company.SsoExemptUserIds?.Contains(member.UserId, StringComparer.Ordinal) == true;

    /// <summary>Whether an exempt member can't sign in to the company any more, or has to use single sign-on from now on.</summary>
    public static bool LosesExemption(MemberRecord before, MemberRecord after, CompanyState company) =>
        IsExempt(before, company) && MemberRules.IsActive(before) && !(IsExempt(after, company) && MemberRules.IsActive(after));

    /// <summary>Whether both require single sign-on of the same people, or neither of anybody.</summary>
    public static bool AreSame(IReadOnlyList<string>? before, IReadOnlyList<string>? after) =>
        before is null || after is null ? before is null && after is null : before.SequenceEqual(after, StringComparer.Ordinal);

    /// <summary>
    /// Refuses <c>not_found</c> to a session that began with another company's single sign-on, and <c>sso_required</c> to one
    /// that began otherwise where it has to be the company's own. API keys stay as they are, and what the product does by
    /// itself uses no session.
    /// </summary>
    public static void EnsureOpen(Actor actor, MemberRecord member, string companyId, CompanyState company)
    {
        if (actor.SsoConnectionId is { } connectionId)
        {
            if (!SsoConnectionIds.IsOf(companyId, connectionId))
                throw new RefusedException(GeneralErrors.NotFound);
        }
        else if (actor is { Key: null, SessionId.Length: > 0 } && IsRequired(member, company))
        {
            throw new RefusedException(SsoErrors.Required);
        }
    }
}
