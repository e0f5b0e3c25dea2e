using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;
using Orleans.Timers;
namespace Orleans.Runtime { 
internal class Silo { public IGrainFactory GrainFactory => throw new NotImplementedException(); }
internal abstract class Activation : IGrainContext { public abstract Silo Runtime { get; } public abstract void DelayDeactivation(TimeSpan t);
 public abstract GrainReference GrainReference { get; } public abstract GrainId GrainId { get; } public abstract object? GrainInstance { get; } public abstract IServiceProvider ActivationServices { get; } public abstract IGrainLifecycle ObservableLifecycle { get; } public abstract Task Deactivated { get; } public abstract void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default); public abstract bool Equals(IGrainContext? other);  }
internal class PersistentStateFactory { public static IPersistentState<T> CreateFor<T>(IGrainContext c, string n, string? storageName) => throw new NotImplementedException(); }
internal class ReminderService;
internal class ReminderRegistry : IReminderRegistry { public Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period) => throw new NotImplementedException(); public Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)  => throw new NotImplementedException(); public Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName) => throw new NotImplementedException(); public Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) => throw new NotImplementedException(); }
internal abstract class InMemoryReminderTable : IReminderTable { public abstract Task<ReminderTableData> ReadRows(GrainId grainId); public abstract Task<ReminderTableData> ReadRows(uint begin, uint end); public abstract Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName); public abstract Task<string?> UpsertRow(ReminderEntry entry); public abstract Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag); public abstract Task TestOnlyClearTable(); }
}
namespace Orleans.Hosting { internal static class SiloServices { public static ISiloBuilder Add(IServiceCollection services, IConfiguration configuration) => throw new NotImplementedException(); } }
namespace Orleans.Storage { internal class MemoryGrainStorage : IGrainStorage { 
public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotImplementedException(); public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)=> throw new NotImplementedException(); public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)=> throw new NotImplementedException(); } }
