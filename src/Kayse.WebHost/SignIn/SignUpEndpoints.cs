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
        api.MapPost("/companies", SignUpAsync)
            .WithTags("Sign-up and sign-in")
            .AllowsAccess(AccessKind.Anyone, RateLimitKind.SignUpPerCaller)
            .Documents(
                "SignUp",
                "Create a company and its first Super Admin",
                "Signs that person in, and mails them a link and a code to verify their address: until then they invite nobody. The operator can close sign-up, or leave it open for the first company only."
            )
            .Produces<SignUpAnswer>(StatusCodes.Status201Created)
            .TakesIdempotencyKey()
            .Refuses(
                "invalid_credentials",
                "account_locked",
                "password_change_required",
                "forbidden",
                "email_invalid",
                "password_too_weak",
                "phone_invalid"
            );
    }

    private static Task<IResult> SignUpAsync(
        Body<SignUpRequest> body,
        SignUpFlow flow,
        AnswerOnce answers,
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
                var (created, signIn) = await flow.SignUpAsync(body.Value, key, ClientDevices.Of(context), ct);
                if (signIn.SignedIn is { } signedIn)
                    SessionCookie.Set(context, signedIn.Session);
                return new Creation(SignUpAnswer.Of(created, signIn), $"{ApiRoutes.Base}/companies/{created.Company.Id}");
            }
        );
    }
}
