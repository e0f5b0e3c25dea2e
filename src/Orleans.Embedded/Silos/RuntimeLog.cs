using Microsoft.Extensions.Logging;

namespace Orleans.Runtime;

/// <summary>What the runtime logs. Grain ids and method names only: arguments and state may hold what must not be in logs.</summary>
internal sealed partial class RuntimeLog(ILogger<RuntimeLog> logger)
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Grain {GrainId} could not start.")]
    public partial void ActivationFailed(GrainId grainId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Grain {GrainId} did not end cleanly.")]
    public partial void DeactivationFailed(GrainId grainId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Grain {GrainId} threw outside of any call.")]
    public partial void TurnFailed(GrainId grainId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "One-way call {Method} to grain {GrainId} failed.")]
    public partial void OneWayFailed(string method, GrainId grainId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A timer of grain {GrainId} failed.")]
    public partial void TimerFailed(GrainId grainId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Storage {Storage} failed to {Operation} state {StateName} of grain {GrainId}.")]
    public partial void StorageFailed(string storage, string operation, string stateName, GrainId grainId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminder {Reminder} of grain {GrainId} could not be delivered; it fires again after its period.")]
    public partial void ReminderFailed(string reminder, GrainId grainId, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The reminder table failed; it is tried again.")]
    public partial void ReminderTableFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stopped with {Count} grains still active.")]
    public partial void StoppedEarly(int count);
}
