using Orleans.CodeGeneration;

namespace Orleans.Runtime;

/// <summary>The reference of <see cref="IRemindable"/>, which belongs to the runtime and which the generator therefore does not see.</summary>
internal sealed class RemindableReference(GrainReferenceShared shared, IdSpan key) : GrainReference(shared, key), IRemindable
{
    public Task ReceiveReminder(string reminderName, TickStatus status) => CallAsync(new Call(reminderName, status));

    private readonly struct Call(string reminderName, TickStatus status) : IGrainCall<Task>
    {
        public static string Name => "IRemindable.ReceiveReminder";

        public static InvokeMethodOptions Options => InvokeMethodOptions.None;

        public Task Invoke(object grain) => ((IRemindable)grain).ReceiveReminder(reminderName, status);
    }
}
