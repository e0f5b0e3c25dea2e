using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Idempotency;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.SignIn;

internal static class SignUpEndpoints
{
    public static void MapSignUp(this RouteGroupBuilder api)
    {
        api.MapPost("/companies", SignUpAsync).Allows(Who.Anyone, limit: RateLimitKind.SignUpPerCaller);
    }

    /// <summary>Sign up</summary>
    /// <remarks>
    /// Creates a company and its first Super Admin, signs that person in, and sends them a link and a code to
    /// verify their email address. They cannot invite anyone until it is verified. The operator may close sign-up,
    /// or allow it for the first company only.
    /// </remarks>
    [Tags("Sign-up and sign-in")]
    [Produces<SignUpResponse>(StatusCodes.Status201Created)]
    [TakesIdempotencyKey]
    [Refuses(
        "invalid_credentials",
        "account_locked",
        "password_change_required",
        "forbidden",
        "email_invalid",
        "password_too_weak",
        "phone_invalid"
    )]
    public static Task<IResult> SignUpAsync(
        Body<SignUpRequest> body,
        SignUpFlow flow,
        IdempotentResponses answers,
        HttpContext context,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var key = RequestKey.Of(context.Request, clock, body.Fingerprint, "sign-up", RemoteAddress.NetworkOf(context));
        return answers.RunAsync(
            context,
            key,
            async () =>
            {
                var command = body.Value.ToCommand(key.IdOf("company"), key.IdOf("user"));
                var (created, signIn) = await flow.SignUpAsync(command, ClientDevices.Of(context), ct);
                if (signIn.SignedIn is { } signedIn)
                    SessionCookie.Set(context, signedIn.Session);
                return new Creation(SignUpResponse.Of(created, signIn), $"{ApiRoutes.Base}/companies/{created.Company.Id}");
            }
        );
    }
}
