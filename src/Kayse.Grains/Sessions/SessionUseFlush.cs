using Kayse.Grains.ApiKeys;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Kayse.Grains.Sessions;

/// <summary>
/// Stores, once a minute and when the silo stops, when this silo's sessions and API keys were last used: a call for
/// each shard, and one for each company, whose list of members shows when they were last active. What is used stays
/// activated.
/// </summary>
internal sealed class SessionUseFlush(
    LiveSessions sessions,
    LiveApiKeys keys,
    IGrainFactory grains,
    IGrainRuntime runtime,
    TimeProvider clock,
    IOptions<GrainCollectionOptions> collection,
    ILogger<SessionUseFlush> logger
) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private const int ShardsAtOnce = 8;
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public void Participate(ISiloLifecycle observer) =>
        observer.Subscribe(nameof(SessionUseFlush), ServiceLifecycleStage.Active, StartAsync, StopAsync);

    /// <summary>Stores all uses that are not stored yet.</summary>
    public async Task FlushAsync()
    {
        var used = sessions.Entries.Where(entry => entry.IsUnstored).ToList();
        var all = used.Concat<LiveUse>(keys.Entries.Where(entry => entry.IsUnstored)).ToList();
        KeepActive(all);
        TellCompanies(used);
        var shards = all.GroupBy(one => SessionUsesRules.ShardOf(one.Id)).ToList();
        await Parallel.ForEachAsync(
            shards,
            new ParallelOptions { MaxDegreeOfParallelism = ShardsAtOnce },
            async (shard, _) => await StoreAsync(shard.Key, [.. shard])
        );
    }

    public void Dispose() => _stopping.Dispose();

    // They aren't called while they are used, so the silo would take them for idle.
    private void KeepActive(List<LiveUse> used)
    {
        foreach (var one in used)
        {
            try
            {
                runtime.DelayDeactivation(one.Activation, collection.Value.CollectionAge);
            }
            catch (InvalidOperationException)
            {
                // It has just left, and stores its last use itself.
            }
        }
    }

    private void TellCompanies(List<LiveSessionEntry> used)
    {
        foreach (var company in used.ToLookup(entry => entry.State?.Principal?.CompanyId, entry => entry.Use, StringComparer.Ordinal))
        {
            if (company.Key is { } companyId)
                _ = grains.GetGrain<ICompanySessionsGrain>(companyId).UsedAsync([.. company]);
        }
    }

    private async Task StoreAsync(long shard, List<LiveUse> used)
    {
        try
        {
            var uses = used.ConvertAll(one => one.Use);
            await grains.GetGrain<ISessionUsesGrain>(shard).NoteAsync(uses);
            for (var i = 0; i < used.Count; i++)
                used[i].Stored(uses[i].At);
        }
        catch (Exception exception)
        {
            logger.LogWarning(
                exception,
                "The last use of {Count} sessions could not be stored; it is tried again in a minute.",
                used.Count
            );
        }
    }

    private Task StartAsync(CancellationToken cancellationToken)
    {
        _running = RunAsync();
        return Task.CompletedTask;
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running;
        await TryFlushAsync();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(_every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
                await TryFlushAsync();
        }
        catch (OperationCanceledException) { }
    }

    private async Task TryFlushAsync()
    {
        try
        {
            await FlushAsync();
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "The last uses of sessions could not be stored; they are tried again in a minute.");
        }
    }
}
