using Kayse.Grains.Retention;

namespace Kayse.Grains.Notifications;

/// <summary>
/// For how long an inbox keeps the notifications of each company (CO-14). What is older is no longer shown, and deleted
/// by a reminder.
/// </summary>
/// <param name="inbox">The inbox.</param>
/// <param name="entries">What it has.</param>
/// <param name="register">Registers the reminder.</param>
/// <param name="unregister">Removes it, whether it is there or not.</param>
internal sealed class InboxRetention(InboxContext inbox, InboxEntries entries, Func<Task> register, Func<Task> unregister)
{
    public const string Reminder = "clean-up";

    /// <summary>How often it comes.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromDays(7);

    // A feed is read with every page of the console.
    private static readonly TimeSpan _rememberedFor = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (int Days, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    /// <summary>What arrived before this from a company is no longer shown.</summary>
    public async ValueTask<DateTimeOffset> KeptSinceAsync(string companyId)
    {
        if (!_known.TryGetValue(companyId, out var known) || inbox.Now - known.At >= _rememberedFor)
        {
            var days = await inbox.Grains.GetGrain<IRetentionGrain>(companyId).GetDaysAsync(RetentionKind.Notifications);
            _known[companyId] = known = (days, inbox.Now);
        }

        return inbox.Now.AddDays(-known.Days);
    }

    /// <summary>Has the reminder come; the state to be stored says so.</summary>
    public async Task<InboxState> EnsureReminderAsync(InboxState next)
    {
        if (next.HasCleanUp)
            return next;
        await register();
        return next with { HasCleanUp = true };
    }

    /// <summary>Deletes what is no longer shown; the reminder goes with the last entry.</summary>
    public async Task CleanUpAsync()
    {
        var all = await entries.AllAsync();
        var keptSince = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var companyId in all.Select(entry => entry.CompanyId).Distinct(StringComparer.Ordinal))
            keptSince[companyId] = await KeptSinceAsync(companyId);
        var waiting = inbox.State.Waiting.Select(waiting => waiting.Number).ToHashSet();
        await entries.RemoveAsync(entry => entry.At < keptSince[entry.CompanyId] && !waiting.Contains(entry.Number));
        if (inbox.State is not { Recent: [], Older: [] })
            return;
        await unregister();
        await inbox.SaveAsync(inbox.State with { HasCleanUp = false });
    }
}
