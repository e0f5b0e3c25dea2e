using Microsoft.Extensions.Logging;

namespace Kayse.Grains.Webhooks;

/// <summary>
/// Sends what waits. A few attempts are made at a time beside the grain's calls, and each starts the next; a crash makes
/// those again of which nothing was noted.
/// </summary>
/// <param name="store">The webhook.</param>
/// <param name="attempt">Makes an attempt and notes it.</param>
/// <param name="wake">Calls back at a time.</param>
/// <param name="clock">What time it is.</param>
/// <param name="logger">For what goes wrong when nobody waits.</param>
internal sealed class WebhookQueue(
    WebhookStore store,
    Func<WebhookDelivery, CancellationToken, Task> attempt,
    Action<DateTimeOffset> wake,
    TimeProvider clock,
    ILogger logger
) : IDisposable
{
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _stopped = new();
    private bool _hasFailed;

    /// <summary>Starts the attempts that are due, and has itself called when the next one is.</summary>
    public void SendDue()
    {
        while (!_hasFailed && !_stopping.IsCancellationRequested && WebhookRules.Next(store.State, _underWay) is var (next, at))
        {
            if (at > clock.GetUtcNow())
            {
                wake(at);
                return;
            }

            _ = SendAsync(next);
        }
    }

    /// <summary>Ends the attempts; the next activation must find the results of those that were complete.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        await _stopping.CancelAsync();
        if (_underWay.Count > 0)
            await _stopped.Task.WaitAsync(ct);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task SendAsync(WebhookDelivery delivery)
    {
        _underWay.Add(delivery.Id);
        try
        {
            await attempt(delivery, _stopping.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested) { }
        catch (Exception exception)
        {
            // The write failed: this activation ends, and the next sends again what it finds.
            _hasFailed = true;
            logger.LogError(exception, "Delivery {DeliveryId} of a webhook could not be noted as sent.", delivery.Id);
        }
        finally
        {
            _underWay.Remove(delivery.Id);
            SendDue();
            if (_underWay.Count == 0 && _stopping.IsCancellationRequested)
                _stopped.TrySetResult();
        }
    }
}
