using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

internal sealed record UserState
{
    /// <summary>Normalised; null when there is no such person.</summary>
    public string? Email { get; init; }

    public string FullName { get; init; } = "";

    /// <summary>E.164, or null.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>IANA name, or null.</summary>
    public string? TimeZone { get; init; }

    public string PasswordHash { get; init; } = "";

    /// <summary>Counts up with every change of the password; the first is 1.</summary>
    public int CredentialVersion { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    /// <summary>Sessions that may be live; some may have ended unnoticed.</summary>
    public IReadOnlyList<string> SessionIds { get; init; } = [];

    /// <summary>Sessions that are being ended; null when none are. Survives a crash in their midst.</summary>
    public EndingSessions? Ending { get; init; }
}

internal sealed record EndingSessions(IReadOnlyList<string> SessionIds, SessionEndReason Reason);
