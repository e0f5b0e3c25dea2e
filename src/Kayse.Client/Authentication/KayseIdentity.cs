using System.Security.Claims;

namespace Kayse.Client;

/// <summary>Maps a session to claims.</summary>
internal static class KayseIdentity
{
    public static ClaimsPrincipal PrincipalOf(KayseSession session, string scheme, string? issuer) =>
        new(
            new ClaimsIdentity(
                ClaimsOf(session)
                    .Select(claim => new Claim(claim.Type, claim.Value, ClaimValueTypes.String, issuer ?? ClaimsIdentity.DefaultIssuer)),
                scheme,
                KayseClaimTypes.Name,
                KayseClaimTypes.Role
            )
        );

    private static IEnumerable<(string Type, string Value)> ClaimsOf(KayseSession session)
    {
        yield return (KayseClaimTypes.SessionId, session.Id);
        if (session.User is { } user)
        {
            yield return (KayseClaimTypes.Subject, user.Id);
            yield return (KayseClaimTypes.Name, user.FullName);
            yield return (KayseClaimTypes.Email, user.Email);
        }
        else if (session.ServiceKey is { } key)
        {
            yield return (KayseClaimTypes.Subject, key.Id);
            yield return (KayseClaimTypes.ServiceKeyId, key.Id);
            yield return (KayseClaimTypes.Name, key.Name);
        }

        yield return (KayseClaimTypes.CompanyId, session.Company.Id);
        yield return (KayseClaimTypes.CompanyName, session.Company.Name);
        yield return (KayseClaimTypes.Role, session.Role);
        foreach (var permission in session.Permissions)
            yield return (KayseClaimTypes.Permission, permission);
        yield return (KayseClaimTypes.CaseAccess, session.CaseAccess);
        foreach (var caseType in session.CaseTypes ?? [])
            yield return (KayseClaimTypes.CaseType, caseType);
        yield return (KayseClaimTypes.AgentAccess, session.AgentAccess);
        foreach (var agentId in session.AgentIds ?? [])
            yield return (KayseClaimTypes.AgentId, agentId);
    }
}
