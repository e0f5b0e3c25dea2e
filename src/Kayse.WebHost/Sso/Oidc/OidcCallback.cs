using Kayse.Grains.Sso;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Where providers of OpenID Connect send people back to.</summary>
internal static class OidcCallback
{
    public const string Path = "/sso/oidc/callback";

    public static void MapOidcCallback(this WebApplication app) =>
        app.MapGet(Path, CompleteAsync).ExcludeFromDescription().Allows(Who.AnyoneOrSignedIn, limit: RateLimitKind.SsoPerCaller);

    // What belongs to no attempt of this browser ends none either: whoever sends people here can't stop their sign-in.
    private static async Task<IResult> CompleteAsync(
        OidcVerification verification,
        OidcAddress address,
        SsoFlow flow,
        SsoAttempts attempts,
        IGrainFactory grains,
        HttpContext context,
        CancellationToken ct
    )
    {
        var response = OidcResponse.Read(context.Request.Query);
        if (
            attempts.Read(context.Request) is not { Protocol: SsoProtocol.Oidc } attempt
            || OidcSecrets.Of(attempt) is not { } secrets
            || !secrets.IsState(response.State)
            || await FindConnectionAsync(grains, attempt) is not { Oidc: { ClientSecret: { } secret } settings }
            || !await IsFirstAsync(grains, attempt)
        )
            return SsoFlow.Lost();
        try
        {
            var expected = new OidcExpectation(
                settings.Issuer,
                new OidcClient(settings.ClientId, secret),
                address.RedirectUri,
                secrets,
                settings.GroupsClaim,
                attempt.Purpose == SsoPurpose.StepUp ? attempt.BegunAt : null
            );
            var verified = await verification.VerifyAsync(expected, response, ct);
            var identity = verified.Person.By(attempt.ConnectionId, settings.Issuer);
            return await flow.CompleteAsync(context, attempt, identity, OidcReport.Of(verified, attempt.Purpose));
        }
        catch (OidcRefusedException refused)
        {
            return await flow.FailAsync(context, attempt, OidcReport.Of(refused, settings.Issuer));
        }
    }

    // Settings that were changed meanwhile are not those that the person was sent away with.
    private static async Task<SsoConnection?> FindConnectionAsync(IGrainFactory grains, SsoAttempt attempt)
    {
        var connection = await grains.GetGrain<ISsoConnectionGrain>(attempt.ConnectionId).GetAsync();
        return connection?.Version == attempt.ConnectionVersion ? connection : null;
    }

    // The cookie goes with the answer, but a copy of it would bring the same state again.
    private static Task<bool> IsFirstAsync(IGrainFactory grains, SsoAttempt attempt) =>
        grains
            .GetGrain<ISsoOnceGrain>(SsoOnceKeys.Of(attempt.ConnectionId, attempt.Id))
            .UseAsync(attempt.Id, attempt.BegunAt + SsoAttempt.Lifetime);
}
