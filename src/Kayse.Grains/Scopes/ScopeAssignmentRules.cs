using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Members;

namespace Kayse.Grains.Scopes;

/// <summary>Which scopes a person can have (RO-2), as a member or by an invitation.</summary>
internal static class ScopeAssignmentRules
{
    private const string Field = "scopeIds";
    private const int MaxCaseTypes = FieldLimits.CaseTypesOfPerson;
    private const int MaxCharacters = FieldLimits.CaseTypeCharactersOfPerson;

    /// <summary>What somebody is to be given, as it is kept; notes what is wrong with it.</summary>
    public static Assignment Check(FieldErrors errors, Role role, Assignment cases, ScopeList scopes)
    {
        if (role != Role.User && cases is { Mode: AccessMode.Assigned, Ids.Count: 0 })
            errors.Add(AssignmentFields.Cases.Mode, "Only members with the User role can be limited to scopes.");
        var distinct = cases.Ids.Distinct(StringComparer.Ordinal).ToList();
        var found = distinct.Select(id => id is null ? null : scopes.Find(id)).ToList();
        if (found.Count > 0 && role != Role.User)
            errors.Add(Field, "Only members with the User role can have scopes.");
        else if (found.Contains(null))
            errors.Add(Field, "This scope doesn't exist. It may have been deleted.");
        else if (!Fits(found.OfType<ScopeRecord>()))
            errors.Add(Field, $"Together they may have up to {MaxCaseTypes} case types of {MaxCharacters} characters in all.");
        return cases with { Ids = distinct };
    }

    /// <summary>
    /// The access with those of its scopes that count now: what is gone doesn't, nor what would be too much, nor any
    /// for a role that has none.
    /// </summary>
    public static AccessGrant WithRemaining(AccessGrant access, ScopeList scopes) =>
        access with
        {
            ScopeIds = Remaining(access.Role, access.ScopeIds, scopes),
        };

    /// <summary>Who would have no scope left without one of them.</summary>
    /// <param name="scopeId">The scope.</param>
    /// <param name="members">The company's members.</param>
    /// <param name="invitations">What its pending invitations give.</param>
    /// <param name="exists">Whether there is a scope; invitations may still name some that are gone.</param>
    public static ScopeUse UseOf(
        string scopeId,
        IEnumerable<MemberRecord> members,
        IEnumerable<InvitationDetails> invitations,
        Func<string, bool> exists
    )
    {
        bool IsLast(IReadOnlyList<string> ids) =>
            ids.Contains(scopeId, StringComparer.Ordinal) && !ids.Any(id => id != scopeId && exists(id));
        return new ScopeUse(
            members.Count(member => !member.Removed && IsLast(member.Access.ScopeIds)),
            invitations.Count(invitation => invitation.Role == Role.User && IsLast(invitation.Access.ScopeIds))
        );
    }

    /// <summary>Refuses a change of a scope with which somebody would have too much.</summary>
    /// <param name="next">The scope as it is to be.</param>
    /// <param name="members">The members who have it.</param>
    /// <param name="scopes">The scopes as they are.</param>
    public static void EnsureFits(ScopeRecord next, IEnumerable<MemberRecord> members, ScopeList scopes)
    {
        var combinations = members
            .Select(member => member.Access.ScopeIds)
            .DistinctBy(ids => string.Join(' ', ids), StringComparer.Ordinal);
        if (combinations.All(ids => Fits(ids.Select(id => id == next.Id ? next : scopes.Find(id)).OfType<ScopeRecord>())))
            return;
        var errors = new FieldErrors();
        errors.Add(
            "caseTypes",
            $"With these a member would have more than {MaxCaseTypes} case types, or more than {MaxCharacters} characters of them, in all of their scopes."
        );
        errors.ThrowIfAny();
    }

    private static IReadOnlyList<string> Remaining(Role role, IReadOnlyList<string> scopeIds, ScopeList scopes)
    {
        if (role != Role.User || scopeIds.Count == 0)
            return [];
        var remaining = new List<ScopeRecord>();
        foreach (var scope in scopeIds.Select(scopes.Find).OfType<ScopeRecord>())
        {
            if (Fits([.. remaining, scope]))
                remaining.Add(scope);
        }

        return [.. remaining.Select(scope => scope.Id)];
    }

    private static bool Fits(IEnumerable<ScopeRecord> scopes)
    {
        var union = ScopeList.Union(scopes);
        return union.Count <= MaxCaseTypes && union.Sum(caseType => caseType.Length) <= MaxCharacters;
    }
}
