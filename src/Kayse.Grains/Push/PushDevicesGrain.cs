using Kayse.Grains.State;

namespace Kayse.Grains.Push;

[GrainType("push-devices")]
internal sealed class PushDevicesGrain : DurableGrain, IPushDevicesGrain
{
    // No device can be added yet, so there is nobody to send to.
    public Task EnqueueAsync(PushNote note) => Task.CompletedTask;

    public Task EraseAsync() => Task.CompletedTask;
}
