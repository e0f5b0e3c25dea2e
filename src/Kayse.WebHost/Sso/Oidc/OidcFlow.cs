using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>Sends people to providers of OpenID Connect (EN-1), by the authorization code flow with PKCE.</summary>
internal sealed class OidcFlow(OidcProviders providers, OidcAddress address) : ISsoProtocolFlow
{
    private const int MaxEmailLength = 254;
    private static readonly string[] _scopes = ["openid", "email", "profile"];

    public SsoProtocol Protocol => SsoProtocol.Oidc;

    public async Task<SsoHandOff> BeginAsync(SsoConnection connection, SsoAttempt attempt, CancellationToken ct)
    {
        var settings = connection.Oidc!;
        try
        {
            if (settings.ClientSecret is null)
                throw new OidcRefusedException(
                    OidcStep.Discovery,
                    "The client secret can't be read any more. Enter it again.",
                    "clientSecret"
                );
            // Who tests has just changed something.
            var metadata = await providers.FindAsync(settings.Issuer, anew: attempt.Purpose == SsoPurpose.Test, ct);
            var secrets = OidcSecrets.NewFor(attempt.Id);
            var request = new OidcAuthorizationRequest(
                settings.ClientId,
                address.RedirectUri,
                [.. _scopes, .. settings.AdditionalScopes],
                secrets
            )
            {
                SignsInAgain = attempt.Purpose == SsoPurpose.StepUp,
                LoginHint = attempt.Email is { Length: <= MaxEmailLength } email ? email : null,
            };
            return new SsoHandOff(new Uri(request.UrlAt(metadata)), secrets.KeptIn(attempt));
        }
        catch (OidcRefusedException refused)
        {
            throw new SsoProtocolException(OidcReport.Of(refused, settings.Issuer));
        }
    }
}
