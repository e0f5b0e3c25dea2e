using System.Globalization;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Push;

/// <summary>Refusals of push.</summary>
public static class PushErrors
{
    /// <summary>A person has as many devices as they may have.</summary>
    public static readonly Refusal TooManyDevices = new(
        "too_many_push_devices",
        string.Create(
            CultureInfo.InvariantCulture,
            $"You already have {PushLimits.Devices} devices with push notifications. Remove one first."
        )
    );

    /// <summary>Push services want to know whom to contact, and the installation has not said it.</summary>
    public static readonly Refusal Unavailable = new("push_unavailable", "Push notifications aren't set up on this installation.");
}

/// <summary>How much there may be.</summary>
public static class PushLimits
{
    /// <summary>Devices of a person.</summary>
    public const int Devices = 10;

    /// <summary>Characters of a device's name.</summary>
    public const int Name = 100;

    /// <summary>Characters of an endpoint.</summary>
    public const int Endpoint = 2_048;
}
