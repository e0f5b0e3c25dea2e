using Microsoft.Extensions.Logging;

namespace Kayse.Grains.Notifications;

/// <summary>Brings queued events to the inboxes, a few inboxes at a time, and each person's in their order.</summary>
internal sealed class EventFanOut(string source, Func<string, INotificationDeliveryGrain> inboxOf, ILogger logger)
{
    // There are several intakes for a company, and requests are to be answered beside all of them.
    private const int Parallel = 4;
    private const int PerRound = 1_000;

    // Longer than a storage that is slow for a moment; one inbox must not keep the others from theirs for longer.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly string _companyId = EventIntakeKeys.CompanyOf(source);

    /// <summary>Delivers what waits, but for people whose inbox failed; notes whose does.</summary>
    /// <param name="queue">What waits.</param>
    /// <param name="last">The sequence up to which it is on disk: what isn't could be another event after a crash.</param>
    /// <param name="failing">Who has to be tried again later.</param>
    /// <param name="stopping">When the activation ends.</param>
    public async Task DeliverAsync(EventQueue queue, long last, HashSet<string> failing, CancellationToken stopping)
    {
        using var places = new SemaphoreSlim(Parallel);
        // Whoever delivers a person's events has the earliest of them, or a later one might overtake an earlier one.
        var round = queue.Waiting.TakeWhile(queued => queued.Sequence <= last).Where(queued => !failing.Contains(queued.Event.UserId));
        await Task.WhenAll(
            round.Take(PerRound).GroupBy(queued => queued.Event.UserId, StringComparer.Ordinal).Select(DeliverToAsync).ToList()
        );

        async Task DeliverToAsync(IGrouping<string, SequencedEvent> person)
        {
            await places.WaitAsync(CancellationToken.None);
            try
            {
                if (stopping.IsCancellationRequested)
                    return;
                await inboxOf(person.Key).DeliverAsync(_companyId, source, [.. person]).WaitAsync(_patience, stopping);
                queue.MarkDelivered(person);
            }
            catch (Exception exception)
            {
                failing.Add(person.Key);
                if (!stopping.IsCancellationRequested)
                    logger.LogWarning(exception, "Events of intake {Intake} could not be delivered to {UserId}.", source, person.Key);
            }
            finally
            {
                places.Release();
            }
        }
    }
}
