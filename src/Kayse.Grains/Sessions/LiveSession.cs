using Kayse.Grains.State;

namespace Kayse.Grains.Sessions;

/// <summary>A session as its company keeps it, until it hears or sees that it has ended.</summary>
internal sealed record LiveSession : ISegmentItem
{
    /// <summary>The session's; later ones sort behind earlier ones.</summary>
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required string FullName { get; init; }

    public ClientDevice Device { get; init; } = ClientDevice.Unknown;

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>By when it has ended whatever happens.</summary>
    public DateTimeOffset NotAfter { get; init; }

    public bool IsSwitch { get; init; }

    /// <summary>Whether it has ended: the record goes once the history has the session.</summary>
    public bool Ended { get; init; }

    public CompanySession View => new(Id, UserId, FullName, Device, StartedAt);

    public static LiveSession Of(SessionStarted started) =>
        new()
        {
            Id = started.SessionId,
            UserId = started.UserId,
            FullName = started.FullName,
            Device = started.Device,
            StartedAt = started.At,
            NotAfter = started.NotAfter,
            IsSwitch = started.IsSwitch,
        };
}
