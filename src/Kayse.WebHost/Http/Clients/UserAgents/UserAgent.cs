namespace Kayse.WebHost.Http.Clients.UserAgents;

/// <summary>
/// What a request says of its device: enough for a person to recognise their devices in a list, and no fingerprint.
/// </summary>
/// <param name="Kind">One of <see cref="Grains.Sessions.DeviceKinds"/>.</param>
/// <param name="Browser">Such as <c>Firefox</c>; null when it is not known.</param>
/// <param name="OperatingSystem">Such as <c>Windows</c>; null when it is not known.</param>
internal readonly record struct UserAgent(string Kind, string? Browser, string? OperatingSystem);
