using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Hosting;

namespace Orleans.Runtime;

/// <summary>Starts and stops the silo with its host.</summary>
internal sealed class SiloHostedService(Silo silo, IdleCollector collector, IServiceProvider services, IEnumerable<StartupTask> startupTasks) : IHostedService
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);
    private const int MostAtOnce = 512;

    private readonly ReminderService? _reminders = services.GetService<ReminderService>();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        collector.Start();
        if (_reminders is not null)
            await _reminders.StartAsync(cancellationToken);
        foreach (var task in startupTasks)
            await task.Execute(services, cancellationToken);
    }

    /// <summary>Reminders and collection first; then no calls from outside; then every grain, also those that ending grains call into being.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        collector.Dispose();
        if (_reminders is not null)
            await _reminders.StopAsync(cancellationToken);
        silo.Phase = SiloPhase.Closing;
        try
        {
            while (Remaining() > 0)
            {
                await DeactivateAllAsync(cancellationToken);
                if (Remaining() > 0)
                    await Task.Delay(Glance, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            silo.Log.StoppedEarly(Remaining());
        }

        silo.Phase = SiloPhase.Closed;
    }

    private int Remaining() => silo.Interfaces.Classes.Sum(grainClass => grainClass.Activations.IsEmpty ? 0 : grainClass.Activations.Count);

    private Task DeactivateAllAsync(CancellationToken token)
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo stops.");
        var all = silo.Interfaces.Classes.SelectMany(grainClass => grainClass.Activations.Select(entry => entry.Value));
        var options = new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = token };
        return Parallel.ForEachAsync(all, options, (activation, _) =>
        {
            var gone = activation.Deactivated;
            activation.Deactivate(reason, token);
            return new ValueTask(gone.WaitAsync(token));
        });
    }
}
