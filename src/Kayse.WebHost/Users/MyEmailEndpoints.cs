using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Clients;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Users;

internal static class MyEmailEndpoints
{
    public static void MapMyEmail(this RouteGroupBuilder api)
    {
        var email = api.MapGroup("/me/email").WithTags("Me");
        email.MapPost("", ChangeMyEmailAsync).Allows(Who.SignedIn, limit: RateLimitKind.EmailChangesPerUser, account: AccountWide.Always);
        email.MapPost("/confirm", ConfirmMyEmailAsync).Allows(Who.Anyone, limit: RateLimitKind.EmailLinksPerCaller);
        email.MapPost("/undo", UndoMyEmailAsync).Allows(Who.Anyone, limit: RateLimitKind.EmailLinksPerCaller);
    }

    /// <summary>Request a change of your email address</summary>
    /// <remarks>
    /// Sends a link to the new address that works once, for 24 hours; the address changes when the link is used.
    /// The response is the same if the address already has an account. Changing your password invalidates the link.
    /// At most 3 changes in 7 days.
    /// </remarks>
    [Refuses("invalid_credentials", "email_invalid", "validation_failed", "rate_limited")]
    public static async Task<Accepted> ChangeMyEmailAsync(
        Body<ChangeEmailRequest> body,
        Caller caller,
        EmailFlow flow,
        HttpContext context,
        CancellationToken ct
    )
    {
        await flow.RequestAsync(caller, body.Value.NewEmail, body.Value.Password, ClientDevices.Of(context), ct);
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>Confirm a new email address</summary>
    /// <remarks>
    /// Needs the link only, no session. Ends all sessions of the person except the one that requested the change,
    /// and invalidates reset links. The previous address receives a link to undo the change for 7 days and cannot
    /// be taken by anybody else until then.
    /// </remarks>
    [Refuses("not_found", "email_link_expired", "email_in_use")]
    public static async Task<NoContent> ConfirmMyEmailAsync(Body<EmailLinkRequest> body, EmailFlow flow)
    {
        await flow.ConfirmAsync(body.Value.Token);
        return TypedResults.NoContent();
    }

    /// <summary>Undo a change of your email address</summary>
    /// <remarks>
    /// Restores the address that the link was sent to, ends all sessions, invalidates the password and sends a
    /// reset link. Later changes of the address are undone as well.
    /// </remarks>
    [Refuses("not_found", "email_link_expired")]
    public static async Task<NoContent> UndoMyEmailAsync(Body<EmailLinkRequest> body, EmailFlow flow)
    {
        await flow.UndoAsync(body.Value.Token);
        return TypedResults.NoContent();
    }
}
