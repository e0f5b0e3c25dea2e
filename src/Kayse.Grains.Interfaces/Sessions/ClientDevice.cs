namespace Kayse.Grains.Sessions;

/// <summary>What a session runs on, as far as the request that started it tells.</summary>
/// <param name="Kind">One of <see cref="DeviceKinds"/>.</param>
/// <param name="Browser">Such as <c>Firefox</c>, or null.</param>
/// <param name="OperatingSystem">Such as <c>Windows</c>, or null.</param>
/// <param name="IpAddress">Where from, or null.</param>
[GenerateSerializer, Immutable, Alias("kayse.client-device")]
public sealed record ClientDevice(
    [property: Id(0)] string Kind,
    [property: Id(1)] string? Browser,
    [property: Id(2)] string? OperatingSystem,
    [property: Id(3)] string? IpAddress
)
{
    /// <summary>Roughly where that is, such as <c>Germany</c>; null when it was never asked.</summary>
    [Id(4)]
    public string? Location { get; init; }

    /// <summary>A device of which nothing is known.</summary>
    public static readonly ClientDevice Unknown = new(DeviceKinds.Unknown, null, null, null);
}

/// <summary>The kinds of device, as the contract spells them.</summary>
public static class DeviceKinds
{
    /// <summary>A computer.</summary>
    public const string Desktop = "desktop";

    /// <summary>A phone.</summary>
    public const string Phone = "phone";

    /// <summary>A tablet.</summary>
    public const string Tablet = "tablet";

    /// <summary>A program: <c>curl</c>, a library, a crawler.</summary>
    public const string Bot = "bot";

    /// <summary>No telling.</summary>
    public const string Unknown = "unknown";
}
