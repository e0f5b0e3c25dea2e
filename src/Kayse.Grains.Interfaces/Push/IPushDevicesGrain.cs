namespace Kayse.Grains.Push;

/// <summary>
/// The devices of a person that get push messages (NO-6), keyed by user id. A device belongs to the session in which it
/// was added, and is gone when that has ended, however it ended.
/// </summary>
[Alias("kayse.push-devices")]
public interface IPushDevicesGrain : IGrainWithStringKey
{
    /// <summary>
    /// Queues a message for every device whose session acts in its company: on disk when the task completes. The same id
    /// again is without effect for a day. A message for a person without such a device is dropped.
    /// </summary>
    [Alias("enqueue")]
    Task EnqueueAsync(PushNote note);

    /// <summary>The devices, latest first, with what a browser needs to become one.</summary>
    [Alias("list")]
    Task<PushDevicesView> ListAsync();

    /// <summary>
    /// Adds a device, or has the one with the same endpoint go on in this session. May be repeated. Refuses
    /// <c>validation_failed</c> when its endpoint or keys can't be used, <c>too_many_push_devices</c> after 10, and
    /// <c>push_unavailable</c> when the installation has no contact address for push services.
    /// </summary>
    [Alias("subscribe")]
    Task<PushDeviceView> SubscribeAsync(SubscribePush command);

    /// <summary>Gives a device another name. Refuses <c>not_found</c>.</summary>
    [Alias("rename")]
    Task<PushDeviceView> RenameAsync(string deviceId, string? name);

    /// <summary>Removes a device; what waits for it is dropped. Refuses <c>not_found</c>.</summary>
    [Alias("remove")]
    Task RemoveAsync(string deviceId);

    /// <summary>Queues a test message for one device. Refuses <c>not_found</c>.</summary>
    [Alias("send-test")]
    Task SendTestAsync(string deviceId);

    /// <summary>Whether messages say more than their title: devices show them while they are locked.</summary>
    [Alias("allow-content")]
    Task AllowContentAsync(bool isAllowed);

    /// <summary>Forgets the person: devices, and what waits for them. May be repeated.</summary>
    [Alias("erase")]
    Task EraseAsync();
}
