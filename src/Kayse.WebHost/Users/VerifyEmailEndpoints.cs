using Kayse.Grains.Errors;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Users;

internal static class VerifyEmailEndpoints
{
    public static void MapVerifyEmail(this RouteGroupBuilder api)
    {
        var verification = api.MapGroup("/auth/verify-email").WithTags("Sign-up and sign-in");
        verification
            .MapPost("", VerifyAsync)
            .AllowsAccess(AccessKind.AnyoneOrSignedIn, RateLimitKind.EmailLinksPerCaller)
            .Documents(
                "VerifyEmail",
                "Verify an email address",
                """
                With the token of the link that was mailed, which needs no session; or signed in, with the code of the same mail. The link works for 24 hours, the code for 30 minutes and not after
                five wrong ones. Only those of the latest mail count.
                """
            )
            .Refuses("not_found", "email_link_expired", "email_code_invalid", "email_code_expired", "validation_failed");
        verification
            .MapPost("/resend", ResendAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.EmailChangesPerUser)
            .Documents(
                "ResendVerification",
                "Ask for another link and code",
                "Those before stop working. Does nothing when the address is verified."
            )
            .Refuses("rate_limited");
    }

    private static async Task<NoContent> VerifyAsync(Body<VerifyEmailRequest> body, EmailFlow flow, Caller? caller)
    {
        if (body.Value.Token is { } token)
            await flow.VerifyAsync(token);
        else if (body.Value.Code is { } code)
            await flow.VerifyByCodeAsync(caller ?? throw new RefusedException(SessionErrors.Unauthenticated), code);
        else
            throw new RefusedException(HttpErrors.Field("token", "Give this, or signed in a code."));
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ResendAsync(Caller caller, EmailFlow flow)
    {
        await flow.ResendVerificationAsync(caller);
        return TypedResults.NoContent();
    }
}

/// <summary>Proves an email address: by one of the two.</summary>
internal sealed class VerifyEmailRequest
{
    /// <summary>What stands after <c>#token=</c> in the link.</summary>
    public string? Token { get; init; }

    /// <summary>The six digits in the mail; for who is signed in.</summary>
    public string? Code { get; init; }
}
