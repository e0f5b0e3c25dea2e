using Kayse.Grains.Errors;
using Kayse.Grains.Subscriptions;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Subscriptions;

/// <summary>Which emails somebody gets: by the personal link in an email, or signed in (NO-8).</summary>
internal static class SubscriptionEndpoints
{
    public static void MapSubscriptions(this RouteGroupBuilder api)
    {
        var link = api.MapGroup("/email-subscriptions/{token}").WithTags("Email subscriptions");
        link.MapGet("", GetSubscriptionsAsync).Allows(Who.Anyone, limit: RateLimitKind.SubscriptionLinksPerCaller);
        link.MapPut("", SetSubscriptionsAsync).Allows(Who.Anyone, limit: RateLimitKind.SubscriptionLinksPerCaller);
        link.MapPost("", UnsubscribeAsync).Allows(Who.Anyone, limit: RateLimitKind.SubscriptionLinksPerCaller);
        var mine = api.MapGroup("/me/subscriptions").WithTags("Me");
        mine.MapGet("", GetMySubscriptionsAsync).Allows(Who.SignedIn);
        mine.MapPut("", SetMySubscriptionsAsync).Allows(Who.SignedIn);
    }

    /// <summary>Get the subscriptions of an email link</summary>
    /// <remarks>
    /// Needs only the token of a link in an email. Changes nothing, so that scanners may follow the link. A browser is
    /// led to the page with the switches.
    /// </remarks>
    /// <param name="token">The token of a link in an email.</param>
    /// <param name="context">The request.</param>
    /// <param name="grains">The grains.</param>
    [Produces<SubscriptionsResponse>(StatusCodes.Status200OK)]
    [Refuses("not_found", "rate_limited")]
    public static async Task<IResult> GetSubscriptionsAsync(string token, HttpContext context, IGrainFactory grains)
    {
        var view = await SubscriptionLink.Parse(token).OpenAsync(grains);
        return context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? TypedResults.LocalRedirect($"/email-subscriptions/{token}")
            : TypedResults.Ok(SubscriptionsResponse.Of(view));
    }

    /// <summary>Set the subscriptions of an email link</summary>
    /// <remarks>Needs only the token of a link in an email. Sets all four switches. May be repeated.</remarks>
    /// <param name="token">The token of a link in an email.</param>
    /// <param name="body">The switches.</param>
    /// <param name="grains">The grains.</param>
    [Refuses("not_found", "validation_failed", "rate_limited")]
    public static async Task<Ok<SubscriptionsResponse>> SetSubscriptionsAsync(
        string token,
        Body<SetSubscriptionsRequest> body,
        IGrainFactory grains
    )
    {
        var command = body.Value.ToCommand(SubscriptionSource.Link);
        return TypedResults.Ok(SubscriptionsResponse.Of(await SubscriptionLink.Parse(token).SetAsync(grains, command)));
    }

    /// <summary>Unsubscribe with one click</summary>
    /// <remarks>
    /// For mail programs (RFC 8058): turns off the type of email in the address, as the <c>List-Unsubscribe</c> header of
    /// the email gives it. Sets no cookie and redirects nowhere. May be repeated.
    /// </remarks>
    /// <param name="token">The token of a link in an email.</param>
    /// <param name="type">Which type of email to turn off.</param>
    /// <param name="context">The request.</param>
    /// <param name="grains">The grains.</param>
    [Accepts<OneClickForm>(OneClickForm.ContentType)]
    [Refuses("not_found", "validation_failed", "rate_limited", "unsupported_media_type")]
    public static async Task<Ok> UnsubscribeAsync(
        string token,
        [QueryWords<SubscriptionKind>] string? type,
        HttpContext context,
        IGrainFactory grains
    )
    {
        var link = SubscriptionLink.Parse(token);
        if (type is null || !Words<SubscriptionKind>.TryParse(type, out var kind))
            throw new RefusedException(HttpErrors.Field("type", $"Use one of: {string.Join(", ", Words<SubscriptionKind>.All)}."));
        await OneClickForm.EnsurePostedAsync(context.Request);
        await link.UnsubscribeAsync(grains, kind);
        return TypedResults.Ok();
    }

    /// <summary>Get your email subscriptions</summary>
    /// <remarks>Emails about the security of your account are not among them: they can't be turned off.</remarks>
    public static async Task<Ok<MySubscriptionsResponse>> GetMySubscriptionsAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(MySubscriptionsResponse.Of(await caller.User<ISubscriptionsGrain>(grains).GetAsync()));

    /// <summary>Set your email subscriptions</summary>
    /// <remarks>
    /// Sets all four switches. <c>marketing</c> is off until you turn it on; when and where you did is recorded as your
    /// consent.
    /// </remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<MySubscriptionsResponse>> SetMySubscriptionsAsync(
        Body<SetSubscriptionsRequest> body,
        Caller caller,
        IGrainFactory grains
    )
    {
        var command = body.Value.ToCommand(SubscriptionSource.Api);
        return TypedResults.Ok(MySubscriptionsResponse.Of(await caller.User<ISubscriptionsGrain>(grains).SetAsync(command)));
    }
}
