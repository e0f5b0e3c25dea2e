using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.WebHost.Console.Layout;

/// <summary>Who looks at a page, and how they want times.</summary>
/// <param name="SessionId">Their session.</param>
/// <param name="Principal">Who it acts as, in which company.</param>
/// <param name="User">The person.</param>
/// <param name="Companies">Where they can work.</param>
/// <param name="Zone">Their time zone; UTC when they have set none.</param>
public sealed record Me(string SessionId, SessionPrincipal Principal, UserView User, UserCompanies Companies, TimeZoneInfo Zone)
{
    /// <summary>Where their photo is served; null when they have none.</summary>
    public string? PhotoUrl { get; init; }

    /// <summary>How many of their notifications in the active company are unread.</summary>
    public int UnreadNotifications { get; init; }

    /// <summary>How many release notes they haven't read.</summary>
    public int UnreadReleaseNotes { get; init; }

    /// <summary>Whether they have turned keyboard shortcuts on.</summary>
    public bool HasShortcuts { get; init; }

    /// <summary>
    /// Whether the role in the active company is Admin or above. What that allows the grains decide: this only chooses
    /// what is shown.
    /// </summary>
    public bool IsAdmin => Principal.Role >= Role.Admin;

    /// <summary>Whether a permission is there; likewise.</summary>
    public bool May(string permission) => Principal.Permissions.Contains(permission, StringComparer.Ordinal);
}
