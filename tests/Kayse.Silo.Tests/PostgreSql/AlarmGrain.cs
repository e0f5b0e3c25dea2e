using System.Collections.Concurrent;

namespace Kayse.Silo.Tests.PostgreSql;

/// <summary>A grain that says when its reminder comes.</summary>
[Alias("test.alarm")]
public interface IAlarmGrain : IGrainWithStringKey
{
    [Alias("set")]
    Task SetAsync(TimeSpan dueIn);
}

[GrainType("alarm")]
internal sealed class AlarmGrain : Grain, IAlarmGrain, IRemindable
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource<DateTime>> _rang = new(StringComparer.Ordinal);

    /// <summary>When the reminder of the grain with this key first came.</summary>
    public static Task<DateTime> RangAsync(string key) => Rang(key).Task.WaitAsync(TimeSpan.FromSeconds(90));

    public Task SetAsync(TimeSpan dueIn) => this.RegisterOrUpdateReminder("alarm", dueIn, TimeSpan.FromMinutes(1));

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Rang(this.GetPrimaryKeyString()).TrySetResult(DateTime.UtcNow);
        return Task.CompletedTask;
    }

    private static TaskCompletionSource<DateTime> Rang(string key) =>
        _rang.GetOrAdd(key, _ => new TaskCompletionSource<DateTime>(TaskCreationOptions.RunContinuationsAsynchronously));
}
