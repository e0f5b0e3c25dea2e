using System.ComponentModel;
using Kayse.Grains.BusinessHours;
using Kayse.Grains.Errors;
using Kayse.Grains.Notifications;
using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Json;
using Kayse.WebHost.Http.OpenApi;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.Versions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kayse.WebHost.Notifications.Settings;

/// <summary>What a person wants to be notified of (NO-2, NO-4, NO-5), and why they were or weren't.</summary>
internal static class NotificationSettingsEndpoints
{
    private const int MaxEventId = 100;
    private static readonly ServesScopedSessions _apps = new(SessionScopes.Push);

    public static void MapNotificationSettings(this RouteGroupBuilder api)
    {
        var settings = api.MapGroup("/me/notification-settings").WithTags("Notifications");
        settings.MapGet("", GetNotificationSettingsAsync).Allows(Who.SignedIn);
        settings.MapPut("", SetNotificationSettingsAsync).Allows(Who.SignedIn);
        settings.MapPost("/snooze", SnoozeNotificationsAsync).Allows(Who.SignedIn);
        settings.MapGet("/explain", ExplainNotificationAsync).Allows(Who.SignedIn, scoped: _apps);
        settings.MapPost("/dry-run", TryNotificationSettingsAsync).Allows(Who.SignedIn);
        settings.MapGet("/next-digest", PreviewDigestAsync).Allows(Who.SignedIn);
    }

    /// <summary>Get your notification settings</summary>
    /// <remarks>
    /// The settings hold for all of your companies. <c>effective</c> says for each type and channel what is so in the active
    /// company, and why that isn't what you chose.
    /// </remarks>
    public static async Task<Versioned<NotificationSettingsResponse>> GetNotificationSettingsAsync(
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock
    ) => await ShowAsync(await Settings(caller, grains).GetSettingsAsync(caller.Principal.CompanyId), caller, grains, clock);

    /// <summary>Replace your notification settings</summary>
    /// <remarks>
    /// They apply to whatever is delivered from now on, also to what is waiting already. Security mail isn't among them and
    /// always comes.
    /// </remarks>
    public static async Task<Versioned<NotificationSettingsResponse>> SetNotificationSettingsAsync(
        Body<NotificationSettingsRequest> body,
        IfMatch ifMatch,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock
    ) =>
        await ShowAsync(
            await Settings(caller, grains)
                .SetSettingsAsync(caller.Principal.CompanyId, new SetNotificationSettings(body.Value.ToSettings(), ifMatch.Version)),
            caller,
            grains,
            clock
        );

    /// <summary>Snooze notifications</summary>
    /// <remarks>Email and push wait; the notification centre goes on in silence. Urgent events come through if you let them.</remarks>
    public static async Task<Versioned<NotificationSettingsResponse>> SnoozeNotificationsAsync(
        Body<SnoozeRequest> body,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock
    ) =>
        await ShowAsync(
            await Settings(caller, grains).SnoozeAsync(caller.Principal.CompanyId, body.Value.Duration!.Value),
            caller,
            grains,
            clock
        );

    /// <summary>Explain a notification</summary>
    /// <remarks>
    /// Says for each channel whether an event reached you, waits or was dropped, and why. For events that were sent to you in
    /// the active company; others are <c>not_found</c>.
    /// </remarks>
    [Refuses("validation_failed", "not_found")]
    public static async Task<Ok<NotificationExplanationResponse>> ExplainNotificationAsync(
        [QueryText(MaxEventId), Description("The event's id: `eventId` of a notification.")] string? eventId,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            NotificationExplanationResponse.Of(
                await Settings(caller, grains).ExplainAsync(caller.Principal.CompanyId, EventIdOf(eventId))
            )
        );

    /// <summary>Try notification settings</summary>
    /// <remarks>Says what you would have received in the last 7 days with these settings. Changes nothing.</remarks>
    public static async Task<Ok<NotificationDryRunResponse>> TryNotificationSettingsAsync(
        Body<NotificationSettingsRequest> body,
        Caller caller,
        IGrainFactory grains
    ) =>
        TypedResults.Ok(
            NotificationDryRunResponse.Of(await Settings(caller, grains).TryAsync(caller.Principal.CompanyId, body.Value.ToSettings()))
        );

    /// <summary>Preview your next digest</summary>
    /// <remarks>What it would say if it came now.</remarks>
    public static async Task<Ok<DigestPreviewResponse>> PreviewDigestAsync(Caller caller, IGrainFactory grains) =>
        TypedResults.Ok(DigestPreviewResponse.Of(await Settings(caller, grains).PreviewDigestAsync(caller.Principal.CompanyId)));

    private static async Task<Versioned<NotificationSettingsResponse>> ShowAsync(
        NotificationSettingsView view,
        Caller caller,
        IGrainFactory grains,
        TimeProvider clock
    )
    {
        var hours = await caller.Company<ICompanyBusinessHoursGrain>(grains).GetBusinessHoursAsync(caller.Actor);
        var suggested = SuggestedQuietHours.Of(hours.Schedule, view.TimeZone, clock.GetUtcNow());
        return Versioned.Ok(NotificationSettingsResponse.Of(view, suggested), view.Version);
    }

    private static INotificationSettingsGrain Settings(Caller caller, IGrainFactory grains) =>
        caller.User<INotificationSettingsGrain>(grains);

    private static string EventIdOf(string? eventId) =>
        eventId is { Length: > 0 and <= MaxEventId }
            ? eventId
            : throw new RefusedException(HttpErrors.Field("eventId", $"This must have 1 to {MaxEventId} characters."));
}
