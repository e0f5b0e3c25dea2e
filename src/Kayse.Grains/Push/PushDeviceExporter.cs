using Kayse.Grains.Privacy;
using Kayse.Grains.State;

namespace Kayse.Grains.Push;

/// <summary>The devices on which a person gets push notifications.</summary>
internal sealed class PushDeviceExporter()
    : JsonExporter<PushDeviceData>(
        "push-devices.json",
        "Devices on which you get push notifications.",
        typeof(SegmentState<PushDevice>),
        typeof(PushSettingsState)
    )
{
    protected override async Task<(IReadOnlyList<PushDeviceData> Items, string? Next)> ReadItemsAsync(
        ExportContext context,
        string? cursor
    )
    {
        var view = await context.Of<IPushDevicesGrain>().ListAsync();
        return (
            [
                .. view.Devices.Select(device => new PushDeviceData(
                    device.Name,
                    device.Service,
                    device.CreatedAt,
                    device.LastSentAt,
                    view.IsContentAllowed
                )),
            ],
            null
        );
    }
}

/// <summary>A device, without the secrets by which it is reached.</summary>
internal sealed record PushDeviceData(
    string Name,
    string Service,
    DateTimeOffset AddedAt,
    DateTimeOffset? LastNotificationAt,
    bool ContentOnLockScreens
);
