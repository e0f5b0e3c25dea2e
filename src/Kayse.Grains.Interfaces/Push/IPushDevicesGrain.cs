namespace Kayse.Grains.Push;

/// <summary>The devices of a person that get push messages (NO-6), keyed by user id.</summary>
[Alias("kayse.push-devices")]
public interface IPushDevicesGrain : IGrainWithStringKey
{
    /// <summary>
    /// Queues a message for every device whose session acts in its company: on disk when the task completes. The same id
    /// again is without effect for a day. A message for a person without such a device is dropped.
    /// </summary>
    [Alias("enqueue")]
    Task EnqueueAsync(PushNote note);

    /// <summary>Forgets the person: devices, and what waits for them. May be repeated.</summary>
    [Alias("erase")]
    Task EraseAsync();
}
