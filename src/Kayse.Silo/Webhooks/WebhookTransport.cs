using System.Net;
using System.Net.Http.Headers;
using Kayse.Grains.Webhooks;
using Kayse.Silo.Outbound;

namespace Kayse.Silo.Webhooks;

/// <summary>Sends by the conventions of Standard Webhooks, through the outbound guard.</summary>
internal sealed class WebhookTransport(OutboundGuard guard, OutboundRules rules, TimeProvider clock) : IWebhookTransport, IDisposable
{
    private static readonly ProductInfoHeaderValue _agent = new("Kayse-Webhooks", "1.0");

    // Its own connections: receivers that hang hold up no other feature.
    private readonly HttpClient _client = guard.NewClient(maxConnectionsPerServer: int.MaxValue);

    public bool Accepts(Uri url) => rules.Allows(url) && !IsPrivate(url);

    public async Task<WebhookResponse> SendAsync(WebhookMessage message, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, message.Url) { Content = new ReadOnlyMemoryContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(_agent);
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", message.Timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", message.Signatures);
        try
        {
            using var response = await _client.SendAsync(request, ct);
            return new WebhookResponse(
                response.IsSuccessStatusCode ? WebhookOutcome.Delivered : WebhookOutcome.Refused,
                (int)response.StatusCode,
                RetryAfter(response.Headers.RetryAfter)
            );
        }
        catch (OutboundException refused)
        {
            return new WebhookResponse(OutcomeOf(refused.Failure));
        }
        catch (HttpRequestException failed)
        {
            return new WebhookResponse(
                failed.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse
                    ? WebhookOutcome.InvalidResponse
                    : WebhookOutcome.Unreachable
            );
        }
        catch (IOException)
        {
            return new WebhookResponse(WebhookOutcome.InvalidResponse);
        }
    }

    public void Dispose() => _client.Dispose();

    // Known without resolving a name, so it is said when the address is entered and not when events fail.
    private bool IsPrivate(Uri url) =>
        IPAddress.TryParse(url.IdnHost, out var address) && !PublicAddresses.Have(address) && !rules.MayBePrivate(url.IdnHost, url.Port);

    private static WebhookOutcome OutcomeOf(OutboundFailure failure) =>
        failure switch
        {
            OutboundFailure.UrlNotAllowed or OutboundFailure.AddressNotAllowed => WebhookOutcome.NotAllowed,
            OutboundFailure.TooLarge => WebhookOutcome.InvalidResponse,
            OutboundFailure.TimedOut => WebhookOutcome.TimedOut,
            _ => WebhookOutcome.Unreachable,
        };

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date - clock.GetUtcNow());
}
