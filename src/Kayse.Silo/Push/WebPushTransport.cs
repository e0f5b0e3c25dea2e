using System.Net;
using System.Net.Http.Headers;
using Kayse.Grains.Push;
using Kayse.Silo.Outbound;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;
using PushMessage = Kayse.Grains.Push.PushMessage;

namespace Kayse.Silo.Push;

/// <summary>Sends by the Web Push protocol (RFC 8030, 8188, 8291, 8292), through the outbound guard.</summary>
internal sealed class WebPushTransport(OutboundGuard guard, TimeProvider clock) : IPushTransport, IDisposable
{
    private readonly HttpClient _client = guard.NewClient();

    public async Task<PushResponse> SendAsync(PushMessage message, CancellationToken ct)
    {
        var subscription = new PushSubscription { Endpoint = message.Endpoint };
        subscription.SetKey(PushEncryptionKeyName.P256DH, message.P256dh);
        subscription.SetKey(PushEncryptionKeyName.Auth, message.Auth);
        using var authentication = new VapidAuthentication(message.Key.PublicKey, message.Key.PrivateKey)
        {
            Subject = message.Key.Subject,
        };
        var push = new Lib.Net.Http.WebPush.PushMessage(message.Payload)
        {
            Topic = message.Topic,
            TimeToLive = Math.Max(0, (int)message.TimeToLive.TotalSeconds),
            Urgency = UrgencyOf(message.Urgency),
        };
        try
        {
            // The queue decides when to try again.
            var sender = new PushServiceClient(_client) { AutoRetryAfter = false };
            await sender.RequestPushMessageDeliveryAsync(subscription, push, authentication, ct);
            return new PushResponse(PushOutcome.Sent);
        }
        catch (PushServiceClientException answered)
        {
            return new PushResponse(OutcomeOf(answered.StatusCode), RetryAfter(answered.Headers.RetryAfter));
        }
        catch (OutboundException refused) when (refused.Failure is OutboundFailure.UrlNotAllowed or OutboundFailure.AddressNotAllowed)
        {
            return new PushResponse(PushOutcome.Refused);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>What a push service says by its status.</summary>
    public static PushOutcome OutcomeOf(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone => PushOutcome.Gone,
            HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => PushOutcome.Busy,
            >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous => PushOutcome.Sent,
            _ => PushOutcome.Refused,
        };

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date - clock.GetUtcNow());

    private static PushMessageUrgency UrgencyOf(PushUrgency urgency) =>
        urgency switch
        {
            PushUrgency.Low => PushMessageUrgency.Low,
            PushUrgency.High => PushMessageUrgency.High,
            _ => PushMessageUrgency.Normal,
        };
}
