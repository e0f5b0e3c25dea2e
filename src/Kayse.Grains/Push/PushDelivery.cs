using System.Buffers.Text;
using Kayse.Grains.Notifications;
using Kayse.Grains.Sessions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kayse.Grains.Push;

/// <summary>Attempts to send a message to a device.</summary>
internal sealed class PushDelivery(
    IPushTransport transport,
    PushSecrets secrets,
    IGrainFactory grains,
    IOptions<PushOptions> options,
    TimeProvider clock,
    ILogger<PushDelivery> logger
)
{
    private static readonly PushResponse _gone = new(PushOutcome.Gone);
    private static readonly PushResponse _notForIt = new(PushOutcome.Refused);

    /// <summary>What became of it; it never throws unless it was cancelled.</summary>
    public async Task<PushResponse> AttemptAsync(
        string userId,
        PushDevice device,
        PushNote note,
        bool isContentAllowed,
        CancellationToken ct
    )
    {
        try
        {
            // The session is asked each time: it may have ended, or act elsewhere now.
            if (await grains.GetGrain<IUserSessionGrain>(device.SessionId).GetAsync() is not { } session)
                return _gone;
            if (!IsFor(session, note))
                return _notForIt;
            if (await FindKeyAsync(device) is not { } key || secrets.Unprotect(userId, device.ProtectedSecrets) is not { } subscription)
                return _gone;
            if (PushSubscriptionRules.Endpoint(subscription.Endpoint, options.Value) is null)
                return _gone; // The operator allows its push service no more.
            return await Task.Run(() => transport.SendAsync(MessageFor(subscription, key, note, isContentAllowed), ct), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "A push message could not be sent to device {DeviceId}; it will be tried again.", device.Id);
            return new PushResponse(PushOutcome.Busy);
        }
    }

    // What happens in one company isn't shown in another, and a session that must do something first gets nothing.
    private static bool IsFor(SessionView session, PushNote note) =>
        session.CompanyId == note.CompanyId
        && session.Restriction == SessionRestriction.None
        && SessionScopes.Cover(session.Scopes, SessionScopes.Push);

    private async Task<PushSigningKey?> FindKeyAsync(PushDevice device)
    {
        var key = await grains.GetGrain<IPushKeysGrain>(IPushKeysGrain.TheOnly).FindAsync(device.PublicKey);
        return key is not null && secrets.UnprotectKey(key.ProtectedPrivateKey) is { } privateKey
            ? new PushSigningKey(key.PublicKey, Base64Url.EncodeToString(privateKey), options.Value.Subject)
            : null;
    }

    private PushMessage MessageFor(PushSubscriptionSecrets subscription, PushSigningKey key, PushNote note, bool isContentAllowed) =>
        new(
            subscription.Endpoint,
            subscription.P256dh,
            subscription.Auth,
            PushPayload.Of(note, isContentAllowed),
            note.CreatedAt + PushQueueRules.Lifetime - clock.GetUtcNow(),
            UrgencyOf(note.Priority),
            key
        )
        {
            Topic = PushPayload.TopicOf(note, subscription.Auth),
        };

    private static PushUrgency UrgencyOf(NotificationPriority priority) =>
        priority switch
        {
            NotificationPriority.Low => PushUrgency.Low,
            NotificationPriority.High => PushUrgency.High,
            _ => PushUrgency.Normal,
        };
}
