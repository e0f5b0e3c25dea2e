using System.ComponentModel;
using System.Globalization;
using Kayse.Grains.Errors;
using Kayse.Grains.Notifications;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Notifications.Streaming;
using Microsoft.AspNetCore.Http.HttpResults;
using FromHeaderAttribute = Microsoft.AspNetCore.Mvc.FromHeaderAttribute;

namespace Kayse.WebHost.Notifications;

/// <summary>
/// A person's notifications (NO-3) in the session's active company. For sessions only, those of paired apps among them:
/// an API key is no reader. What a page asks for by itself doesn't keep its session from timing out.
/// </summary>
internal static class NotificationEndpoints
{
    private const long UnknownEvent = -1;
    private const int MaxIdLength = 64;
    private static readonly ServesScopedSessions _apps = new(SessionScopes.Push);

    public static void MapNotifications(this RouteGroupBuilder api)
    {
        var notifications = api.MapGroup("/me/notifications").WithTags("Notifications");
        notifications.MapGet("", ListNotificationsAsync).Allows(Who.SignedIn, scoped: _apps);
        notifications.MapGet("/unread-count", GetUnreadCountAsync).Allows(Who.SignedIn, scoped: _apps, countsAsUse: false);
        notifications.MapGet("/stream", FollowNotificationsAsync).Allows(Who.SignedIn, scoped: _apps, countsAsUse: false);
        notifications.MapPost("/read-all", ReadAllNotificationsAsync).Allows(Who.SignedIn, scoped: _apps);
        notifications.MapPost("/{id}/read", ReadNotificationAsync).Allows(Who.SignedIn, scoped: _apps);
        notifications.MapPost("/{id}/archive", ArchiveNotificationAsync).Allows(Who.SignedIn);
    }

    /// <summary>List your notifications</summary>
    /// <remarks>
    /// Latest first: what happened in the active company in its retention period, at most 500. Archived ones are left out.
    /// Titles and bodies are plain text: escape them where you show them.
    /// </remarks>
    [Refuses("validation_failed")]
    public static async Task<Ok<NotificationListResponse>> ListNotificationsAsync(
        [QueryFlag(IsFilter = true), Description("`true` for unread ones only, `false` for read ones only.")] string? unread,
        [AsParameters] PageQuery page,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            NotificationListResponse.Of(
                await Inbox(caller, grains).ListAsync(caller.Principal.CompanyId, UnreadOnly(unread), page.ToRequest())
            )
        );

    /// <summary>Get the number of unread notifications</summary>
    /// <remarks>
    /// For clients that poll because they can't use the stream. Doesn't count as use of the session, so the session times
    /// out although somebody polls.
    /// </remarks>
    public static async Task<Ok<UnreadResponse>> GetUnreadCountAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(UnreadResponse.Of(await Inbox(caller, grains).GetHeadAsync(caller.Principal.CompanyId)));

    /// <summary>Follow your notifications</summary>
    /// <remarks>
    /// Server-sent events, for as long as the session lasts. Send <c>Accept: text/event-stream</c>. Events:
    ///
    /// <c>notification</c>: one that is new, or was read or archived meanwhile; the data is a notification.
    /// <c>unread</c>: the number of unread ones, at the beginning and after each change.
    /// <c>resync</c>: more than 200 changes were missed; list the notifications again.
    /// <c>end</c>: the session has ended; don't come again with the same token.
    ///
    /// A client that comes again with <c>Last-Event-ID</c> gets what it missed. A comment every 15 seconds shows that the
    /// connection is alive. A stream doesn't keep its session from timing out. A session may have 5 streams open; a browser
    /// should share one between its tabs.
    /// </remarks>
    [Produces<string>(StatusCodes.Status200OK, EventStreamWriter.ContentType)]
    [Refuses("validation_failed", "stream_limit_reached")]
    public static Task FollowNotificationsAsync(
        [FromHeader(Name = "Last-Event-ID"), Description("The id of the last event that you have.")] string? lastEventId,
        HttpContext context,
        Caller caller,
        NotificationStreaming streaming
    )
    {
        // Whoever asks for anything at all, such as a tool that calls every route, would wait for ever.
        if (!context.Request.Headers.Accept.ToString().Contains(EventStreamWriter.ContentType, StringComparison.OrdinalIgnoreCase))
            throw new RefusedException(HttpErrors.Field("Accept", $"This must be {EventStreamWriter.ContentType}."));
        if (!SecretToken.TryParse(SessionCredential.Of(context.Request, out _), out var token))
            throw new RefusedException(GeneralErrors.NotFound);
        var companyId = caller.Principal.CompanyId;
        return streaming.ServeAsync(
            context.Response,
            new FeedKey(caller.Principal.UserId, companyId),
            new StreamOwner(caller.SessionId, token.Hash, companyId),
            string.IsNullOrEmpty(lastEventId) ? null : SequenceOf(lastEventId)
        );
    }

    /// <summary>Mark a notification as read</summary>
    /// <remarks>Repeating the request changes nothing.</remarks>
    [Refuses("not_found")]
    public static async Task<Ok<NotificationResponse>> ReadNotificationAsync(string id, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(NotificationResponse.Of(await Inbox(caller, grains).MarkReadAsync(caller.Principal.CompanyId, IdOf(id))));

    /// <summary>Mark all notifications as read</summary>
    /// <remarks>
    /// With <c>before</c>, those that arrived until then, that instant included: give the <c>createdAt</c> of the latest one
    /// that was shown, so that whatever has arrived since stays unread.
    /// </remarks>
    public static async Task<Ok<UnreadResponse>> ReadAllNotificationsAsync(
        Body<ReadAllRequest> body,
        Caller caller,
        IGrainFactory grains
    ) => TypedResults.Ok(UnreadResponse.Of(await Inbox(caller, grains).MarkAllReadAsync(caller.Principal.CompanyId, body.Value.Before)));

    /// <summary>Archive a notification</summary>
    /// <remarks>It leaves the list and counts as read. Repeating the request changes nothing.</remarks>
    [Refuses("not_found")]
    public static async Task<Ok<NotificationResponse>> ArchiveNotificationAsync(string id, Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(NotificationResponse.Of(await Inbox(caller, grains).ArchiveAsync(caller.Principal.CompanyId, IdOf(id))));

    private static INotificationInboxGrain Inbox(Caller caller, IGrainFactory grains) => caller.User<INotificationInboxGrain>(grains);

    private static string IdOf(string id) => id.Length <= MaxIdLength ? id : throw new RefusedException(GeneralErrors.NotFound);

    private static bool? UnreadOnly(string? unread) =>
        unread switch
        {
            null => null,
            "true" => true,
            "false" => false,
            _ => throw new RefusedException(HttpErrors.Field("unread", "This must be true or false.")),
        };

    // An id that is none of ours names no place in the feed: the client is told to read it anew.
    private static long SequenceOf(string lastEventId) =>
        long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : UnknownEvent;
}
