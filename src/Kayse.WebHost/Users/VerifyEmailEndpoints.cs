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
        verification.MapPost("", VerifyEmailAsync).Allows(Who.AnyoneOrSignedIn, limit: RateLimitKind.EmailLinksPerCaller);
        verification.MapPost("/resend", ResendVerificationAsync).Allows(Who.SignedIn, limit: RateLimitKind.EmailChangesPerUser);
    }

    /// <summary>Verify an email address</summary>
    /// <remarks>
    /// Takes either the token of the link in the mail, without a session, or the code in the same mail, with a
    /// session. The link is valid for 24 hours; the code is valid for 30 minutes and five attempts. Only the latest
    /// mail counts.
    /// </remarks>
    [Refuses("not_found", "email_link_expired", "email_code_invalid", "email_code_expired", "validation_failed")]
    public static async Task<NoContent> VerifyEmailAsync(Body<VerifyEmailRequest> body, EmailFlow flow, Caller? caller)
    {
        if (body.Value.Token is { } token)
            await flow.VerifyAsync(token);
        else if (body.Value.Code is { } code)
            await flow.VerifyByCodeAsync(caller ?? throw new RefusedException(SessionErrors.Unauthenticated), code);
        else
            throw new RefusedException(HttpErrors.Field("token", "Give this, or signed in a code."));
        return TypedResults.NoContent();
    }

    /// <summary>Resend the verification mail</summary>
    /// <remarks>
    /// Sends a new link and a new code; earlier ones stop working. Does nothing if the address is already verified.
    /// </remarks>
    [Refuses("rate_limited")]
    public static async Task<NoContent> ResendVerificationAsync(Caller caller, EmailFlow flow)
    {
        await flow.ResendVerificationAsync(caller);
        return TypedResults.NoContent();
    }
}

/// <summary>Proves an email address: by one of the two.</summary>
internal sealed class VerifyEmailRequest
{
    /// <summary>The part of the link after <c>#token=</c>.</summary>
    public string? Token { get; init; }

    /// <summary>The six digits in the mail; for who is signed in.</summary>
    public string? Code { get; init; }
}
