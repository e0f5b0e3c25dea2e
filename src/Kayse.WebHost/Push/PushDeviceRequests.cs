namespace Kayse.WebHost.Push;

/// <summary>A browser's push subscription.</summary>
internal sealed class SubscribeToPushRequest
{
    /// <summary>Where its push service takes messages; https, on a known push service.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Its keys.</summary>
    public required PushKeys Keys { get; init; }

    /// <summary>What to call the device, up to 100 characters; by default for example <c>Firefox on Windows</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The <c>applicationServerKey</c> it was subscribed with; by default the current one.</summary>
    public string? PublicKey { get; init; }
}

/// <summary>The keys of a push subscription, base64url.</summary>
internal sealed class PushKeys
{
    /// <summary>Its public key.</summary>
    public required string P256dh { get; init; }

    /// <summary>Its authentication secret.</summary>
    public required string Auth { get; init; }
}

/// <summary>Another name of a push device.</summary>
internal sealed class RenamePushDeviceRequest
{
    /// <summary>Up to 100 characters.</summary>
    public required string Name { get; init; }
}

/// <summary>What push notifications show.</summary>
internal sealed class PushSettingsRequest
{
    /// <summary>Whether they show their text besides the title.</summary>
    public required bool? ContentOnLockScreens { get; init; }
}
