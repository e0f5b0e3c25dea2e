using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Client;

/// <summary>
/// Authenticates callers by asking Kayse whom their token belongs to. Fails closed: whoever Kayse refuses, or can't be
/// asked about, isn't authenticated.
/// </summary>
internal sealed partial class KayseAuthenticationHandler(
    IOptionsMonitor<KayseAuthenticationOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    SessionChecks checks
) : AuthenticationHandler<KayseAuthenticationOptions>(options, logger, encoder)
{
    private static readonly KayseException _notAToken = new("This is not a session token or an API key.") { Code = "unauthenticated" };

    private static readonly KayseException _outOfScope = new("This session is limited to other things.")
    {
        Code = "session_out_of_scope",
        Status = HttpStatusCode.Forbidden,
    };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Read(Request, Options.AcceptCookie) is not { } token)
            return AuthenticateResult.NoResult();
        if (!BearerToken.IsWellFormed(token))
            return AuthenticateResult.Fail(_notAToken);
        try
        {
            var session = await checks.CheckAsync(Scheme.Name, Options, token, Context.RequestAborted);
            if (session.Scopes is { } scopes && !Options.AcceptedScopes.Overlaps(scopes))
                return AuthenticateResult.Fail(_outOfScope);
            var properties = new AuthenticationProperties();
            if (Options.SaveToken)
                properties.StoreTokens([new AuthenticationToken { Name = KayseDefaults.TokenName, Value = token }]);
            var principal = KayseIdentity.PrincipalOf(session, Scheme.Name, Options.ClaimsIssuer);
            return AuthenticateResult.Success(new AuthenticationTicket(principal, properties, Scheme.Name));
        }
        catch (KayseUnavailableException exception)
        {
            LogUnavailable(Logger, exception);
            return AuthenticateResult.Fail(exception);
        }
        catch (KayseException exception)
        {
            return AuthenticateResult.Fail(exception);
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        Refusal.OfChallenge(result.Failure).WriteTo(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Refusal.Forbidden.WriteTo(Context);
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Warning, "Kayse can't be asked about a caller, who is refused for that.")]
    private static partial void LogUnavailable(ILogger logger, Exception exception);
}
