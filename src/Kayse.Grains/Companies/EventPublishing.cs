using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Notifications;

namespace Kayse.Grains.Companies;

/// <summary>
/// Who may send events to whom: <see cref="ICompanyEventsGrain"/>. The company only looks at its roster; the rest is
/// done beside it, in as many places as there are shards.
/// </summary>
internal sealed class EventPublishing(CompanyContext company)
{
    public async Task<IReadOnlyList<EventResult>> PublishAsync(Actor actor, IReadOnlyList<NotificationEvent> events)
    {
        await company.WhenSavedAsync();
        company.Admin(actor);
        EnsureCount(events.Count);
        var results = events.Select(happened => IsMember(happened.UserId) ? null : NotMember(happened)).ToArray();
        await Task.WhenAll(
            Enumerable
                .Range(0, events.Count)
                .Where(at => results[at] is null)
                .GroupBy(at => EventIntakeKeys.Of(company.Id, events[at].Id), StringComparer.Ordinal)
                .Select(shard => AcceptAsync(shard.Key, [.. shard]))
        );
        return results!;

        async Task AcceptAsync(string shard, IReadOnlyList<int> places)
        {
            var accepted = await company.Grains.GetGrain<IEventIntakeGrain>(shard).AcceptAsync([.. places.Select(at => events[at])]);
            for (var i = 0; i < places.Count; i++)
                results[places[i]] = accepted[i];
        }
    }

    private bool IsMember(string userId) => company.Roster.Find(userId) is { Status: MemberStatus.Active, Removed: false };

    private static EventResult NotMember(NotificationEvent happened) => new(happened.Id, EventOutcome.Refused, EventProblems.NotMember);

    private static void EnsureCount(int count)
    {
        if (count is > 0 and <= EventProblems.MaxEvents)
            return;
        var errors = new FieldErrors();
        errors.Add("events", $"Send 1 to {EventProblems.MaxEvents} events at a time.");
        errors.ThrowIfAny();
    }
}
