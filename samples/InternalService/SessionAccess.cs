using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace InternalService;

/// <summary>What a service does with the session token of a request.</summary>
internal static class SessionAccess
{
    /// <summary>
    /// Checks the session with its grain, which counts as use, and decides by what the grain says of its person.
    /// </summary>
    public static async Task<(bool Allowed, string Reason)> DecideAsync(
        this IGrainFactory grains,
        string token,
        AuthorizationQuestion question
    )
    {
        if (!TryFind(grains, token, out var session, out var secret))
            return (false, SessionErrors.Unauthenticated.Code);
        var check = await session.CheckAsync(secret);
        if (check.Principal is not { } principal)
            return (false, (check.Ended is { } end ? SessionErrors.Ended(end) : SessionErrors.Unauthenticated).Code);
        if (SessionErrors.Restricted(principal.Restriction) is { } restricted)
            return (false, restricted.Code);

        var decision = AuthorizationRules.Decide(principal, question);
        return (decision.Allowed, $"{principal.Email} of {principal.CompanyName}, because of {decision.Reason}");
    }

    // The token is parsed apart: it is a ref struct, which must not outlive an await.
    private static bool TryFind(IGrainFactory grains, string token, out IUserSessionGrain session, out TokenHash secret)
    {
        var isToken = SecretToken.TryParse(token, out var parsed);
        session = isToken ? grains.GetGrain<IUserSessionGrain>(parsed.Id.ToString()) : null!;
        secret = parsed.Hash;
        return isToken;
    }
}
