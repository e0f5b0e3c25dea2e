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
        email
            .MapPost("", ChangeAsync)
            .AllowsAccess(AccessKind.SignedIn, RateLimitKind.EmailChangesPerUser)
            .Documents(
                "ChangeMyEmail",
                "Ask for another email address",
                """
                Mails the address a link that works once, for 24 hours; the address changes when it is used. The answer is the same when the address has an account already: whoever uses the link is told.
                A change of the password voids the link. Not more than 3 changes in 7 days.
                """
            )
            .Refuses("invalid_credentials", "email_invalid", "validation_failed", "rate_limited");
        email
            .MapPost("/confirm", ConfirmAsync)
            .AllowsAccess(AccessKind.Anyone, RateLimitKind.EmailLinksPerCaller)
            .Documents(
                "ConfirmMyEmail",
                "Confirm the new email address",
                """
                Whoever has the link confirms; no session is needed. Ends every session of the person but the one that asked for the change, and voids reset links. The address before is told, with a link to undo it
                for 7 days; until then nobody else can have it.
                """
            )
            .Refuses("not_found", "email_link_expired", "email_in_use");
        email
            .MapPost("/undo", UndoAsync)
            .AllowsAccess(AccessKind.Anyone, RateLimitKind.EmailLinksPerCaller)
            .Documents(
                "UndoMyEmail",
                "Undo a change of the email address",
                """
                Puts the address back that the link was mailed to, ends every session, voids the password, and mails a link to choose another one. What later changes brought is undone with it.
                """
            )
            .Refuses("not_found", "email_link_expired");
    }

    private static async Task<Accepted> ChangeAsync(
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

    private static async Task<NoContent> ConfirmAsync(Body<EmailLinkRequest> body, EmailFlow flow)
    {
        await flow.ConfirmAsync(body.Value.Token);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> UndoAsync(Body<EmailLinkRequest> body, EmailFlow flow)
    {
        await flow.UndoAsync(body.Value.Token);
        return TypedResults.NoContent();
    }
}
