using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Scopes;

namespace Kayse.Grains.Invitations;

/// <summary>
/// What can be said of a row without looking at who is invited or a member already. All that is wrong with a row is
/// said at once.
/// </summary>
/// <param name="Inviter">Who invites.</param>
/// <param name="Actor">By what they do.</param>
/// <param name="Policy">The company's.</param>
/// <param name="Scopes">The company's.</param>
/// <param name="Phones">Reads phone numbers.</param>
internal sealed record InviteRowRules(
    MemberRecord Inviter,
    Actor Actor,
    SecurityPolicy Policy,
    ScopeList Scopes,
    IPhoneNumberParser Phones
)
{
    private const string RoleWords = "This must be user, admin or super_admin.";

    /// <summary>Who is invited as what, or why nobody can be.</summary>
    public (InvitationDetails? Details, Refusal? Refusal) Check(InviteRow row)
    {
        var refusals = new List<Refusal>();
        var scopeIds = Try(refusals, () => ScopeIdsOf(row.ScopeNames)) ?? [];
        Try(refusals, () => EnsureRole(row.Role));
        var caseAccess = ModeOf(refusals, "caseAccess", row.CaseAccess);
        var agentAccess = ModeOf(refusals, "agentAccess", row.AgentAccess);
        Try(refusals, () => string.IsNullOrWhiteSpace(row.Email) ? row.Email : Allowed(ContactRules.Email(row.Email)));
        Try(refusals, () => ContactRules.Phone(Phones, row.PhoneNumber, country: null));
        var valid = refusals.Count == 0 ? scopeIds : [];
        var access = new AccessChange(row.Role, caseAccess, valid, AgentAccess: agentAccess);
        var details = Try(refusals, () => DetailsOf(row, access));
        if (refusals.Count == 0)
            Try(refusals, () => EnsureMayGive(details!));
        return refusals.Count == 0 ? (details, null) : (null, Together(refusals));
    }

    private InvitationDetails DetailsOf(InviteRow row, AccessChange access)
    {
        var command = new InviteMember(
            row.InvitationId,
            row.FullName,
            row.Email,
            row.PhoneNumber,
            PhoneCountry: null,
            row.JobTitle,
            access
        );
        return InvitationDetailsRules.Check(command, Phones, Scopes);
    }

    private static AccessMode? ModeOf(List<Refusal> refusals, string field, string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
            return null;
        if (string.Equals(word.Trim(), "all", StringComparison.OrdinalIgnoreCase))
            return AccessMode.All;
        if (string.Equals(word.Trim(), "assigned", StringComparison.OrdinalIgnoreCase))
            return AccessMode.Assigned;
        refusals.Add(GeneralErrors.Invalid(FieldsOf(field, "This must be all or assigned.")));
        return null;
    }

    private string EnsureRole(Role? role)
    {
        if (role is null)
            throw Field("role", RoleWords);
        if (role > Inviter.Role)
            throw new RefusedException(
                GeneralErrors.Forbidden with
                {
                    Fields = FieldsOf("role", "You can't assign a role above your own."),
                }
            );
        PrivilegeRules.EnsureMayGive(Actor, role.Value);
        return RoleNames.Of(role.Value);
    }

    // Where the role is allowed, what a row gives beside it is case types.
    private InvitationDetails EnsureMayGive(InvitationDetails details)
    {
        try
        {
            GrantRules.EnsureMayGive(Inviter.Access, before: null, details.Access, Scopes.CaseTypesOf);
            return details;
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(
                refused.Refusal with
                {
                    Fields = FieldsOf("scopeIds", "You can't give more access than you have."),
                }
            );
        }
    }

    private string Allowed(string email)
    {
        InvitationRules.EnsureDomainAllowed(Policy, email);
        return email;
    }

    private IReadOnlyList<string> ScopeIdsOf(IReadOnlyList<string> names)
    {
        var byName = Scopes.All.ToDictionary(scope => scope.Name, scope => scope.Id, StringComparer.OrdinalIgnoreCase);
        var unknown = names.FirstOrDefault(name => !byName.ContainsKey(name));
        return unknown is null
            ? [.. names.Select(name => byName[name])]
            : throw Field("scopeIds", $"There is no scope of the name \"{unknown}\" in this company.");
    }

    private static T? Try<T>(List<Refusal> refusals, Func<T> check)
        where T : class?
    {
        try
        {
            return check();
        }
        catch (RefusedException refused)
        {
            refusals.Add(refused.Refusal);
            return null;
        }
    }

    // Checks overlap: what two of them say is said once.
    private static Refusal Together(List<Refusal> refusals)
    {
        var distinct = refusals.DistinctBy(refusal => refusal.Code, StringComparer.Ordinal).ToList();
        var fields = refusals
            .SelectMany(refusal => refusal.Fields ?? new Dictionary<string, string[]>(StringComparer.Ordinal))
            .GroupBy(field => field.Key, field => field.Value, StringComparer.Ordinal)
            .ToDictionary(
                field => field.Key,
                field => field.SelectMany(messages => messages).Distinct(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal
            );
        var main = distinct.Count == 1 ? distinct[0] : GeneralErrors.Invalid(fields);
        return main with { Fields = fields.Count == 0 ? null : fields };
    }

    private static RefusedException Field(string name, string message) => new(GeneralErrors.Invalid(FieldsOf(name, message)));

    private static Dictionary<string, string[]> FieldsOf(string name, string message) =>
        new(StringComparer.Ordinal) { [name] = [message] };
}
