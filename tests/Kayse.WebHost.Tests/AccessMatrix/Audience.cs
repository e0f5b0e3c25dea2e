using Kayse.Grains.Members;

namespace Kayse.WebHost.Tests.AccessMatrix;

/// <summary>Who is to be served by a route.</summary>
internal sealed record Audience(AudienceKind Kind, params IReadOnlyList<string> Permissions)
{
    /// <summary>Whoever asks, with a session or without.</summary>
    public static readonly Audience Anyone = new(AudienceKind.Anyone);

    /// <summary>Who has a live session, whatever their company.</summary>
    public static readonly Audience SignedIn = new(AudienceKind.SignedIn);

    /// <summary>Every active member of the company.</summary>
    public static readonly Audience Members = new(AudienceKind.Holders);

    public static readonly Audience Admins = new(AudienceKind.Admins);

    public static readonly Audience SuperAdmins = new(AudienceKind.SuperAdmins);

    /// <summary>Users with any of these permissions, and Admins unless it takes a grant for them too.</summary>
    public static Audience HoldersOf(params IReadOnlyList<string> permissions) => new(AudienceKind.Holders, permissions);

    /// <summary>The status for one who calls, where the route answers <paramref name="served"/>.</summary>
    public int StatusFor(CallerCase caller, int served, bool servesRestricted) =>
        caller.Kind switch
        {
            _ when Kind == AudienceKind.Anyone => served,
            CallerKind.Anonymous or CallerKind.Expired or CallerKind.Deactivated => 401,
            CallerKind.Restricted => servesRestricted ? served : 403,
            _ when Kind == AudienceKind.SignedIn => served,
            CallerKind.Outsider or CallerKind.DeactivatedHere => 404,
            CallerKind.User => Kind == AudienceKind.Holders && (Permissions.Count == 0 || Permissions.Contains(caller.Permission))
                ? served
                : 403,
            CallerKind.Admin => IncludesAdmins ? served : 403,
            _ => served,
        };

    /// <summary>Whether Admins are served without a grant.</summary>
    public bool IncludesAdmins =>
        Kind != AudienceKind.SuperAdmins
        && (Permissions.Count == 0 || Permissions.Any(Kayse.Grains.Members.Permissions.Of(Role.Admin).Contains));
}

internal enum AudienceKind
{
    Anyone,
    SignedIn,
    Holders,
    Admins,
    SuperAdmins,
}
