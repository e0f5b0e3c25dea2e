using System.Text;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Members;

/// <summary>
/// Decides what a session may do (RO-6), from what it knows; for every service that has a session's principal.
/// </summary>
public static class AuthorizationRules
{
    /// <summary>
    /// Allows what is within all of these: the agent is theirs (assigned to them, or all are); the permission is
    /// theirs, on that agent before in general (there what is denied counts before what is granted); the case type is
    /// theirs (in one of their scopes, or all are). The first that fails is the reason.
    /// </summary>
    public static AuthorizationDecision Decide(SessionPrincipal principal, AuthorizationQuestion question)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var decision = DecidePermission(principal, question);
        return decision.Allowed && question.CaseType is { } caseType && !CoversCaseType(principal.CaseTypes, caseType)
            ? new(false, AuthorizationReason.CaseType)
            : decision;
    }

    /// <summary>Whether an agent is theirs: assigned to them, or all are.</summary>
    public static bool CoversAgent(AccessMode access, IReadOnlyList<string> agentIds, string agentId)
    {
        ArgumentNullException.ThrowIfNull(agentIds);
        return access == AccessMode.All || Has(agentIds, agentId);
    }

    /// <summary>Whether a case type is among theirs, whatever its case; null as theirs means all.</summary>
    public static bool CoversCaseType(IReadOnlyList<string>? caseTypes, string caseType)
    {
        ArgumentNullException.ThrowIfNull(caseType);
        if (caseTypes is null)
            return true;
        var normal = Normal(caseType);
        for (var i = 0; i < caseTypes.Count; i++)
        {
            if (CaseTypes.Comparer.Equals(caseTypes[i], normal))
                return true;
        }

        return false;
    }

    private static AuthorizationDecision DecidePermission(SessionPrincipal principal, AuthorizationQuestion question)
    {
        if (question.AgentId is { } agentId)
        {
            if (!CoversAgent(principal.AgentAccess, principal.AgentIds, agentId))
                return new(false, AuthorizationReason.Agent);
            if (principal.AgentOverrides.TryGetValue(agentId, out var here))
            {
                if (Has(here.Deny, question.Permission))
                    return new(false, AuthorizationReason.Agent);
                if (Has(here.Grant, question.Permission))
                    return new(true, AuthorizationReason.Agent);
            }
        }

        if (!Has(principal.Permissions, question.Permission))
            return new(false, AuthorizationReason.Permission);
        return new(
            true,
            Has(Permissions.Of(principal.Role), question.Permission) ? AuthorizationReason.Role : AuthorizationReason.Permission
        );
    }

    // Loops, for this is asked on the way to everything that other services do.
    private static bool Has(IReadOnlyList<string> texts, string text)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] == text)
                return true;
        }

        return false;
    }

    // Scopes hold it so; text that can't be normalised is none of theirs.
    private static string Normal(string caseType)
    {
        try
        {
            return caseType.Trim().Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
