using Kayse.Grains.Members;

namespace Kayse.WebHost.Tests.AccessMatrix;

/// <summary>One kind of caller.</summary>
internal sealed record CallerCase(CallerKind Kind, string? Permission = null)
{
    /// <summary>All of them, the most powerful last: Users also with each permission that there is.</summary>
    public static readonly IReadOnlyList<CallerCase> All =
    [
        .. Enum.GetValues<CallerKind>().Where(kind => kind < CallerKind.User).Select(kind => new CallerCase(kind)),
        new(CallerKind.User),
        .. Permissions.Grantable.Select(permission => new CallerCase(CallerKind.User, permission)),
        new(CallerKind.Admin),
        new(CallerKind.SuperAdmin),
    ];

    /// <summary>The code with which a caller is refused for that status.</summary>
    public string CodeOf(int status) =>
        status switch
        {
            401 => Kind == CallerKind.Anonymous ? "unauthenticated" : "session_ended",
            403 => Kind == CallerKind.Restricted ? "password_change_required" : "forbidden",
            _ => "not_found",
        };

    public override string ToString() => Permission is null ? Kind.ToString() : $"{Kind} with {Permission}";
}

/// <summary>From who may least to who may most.</summary>
internal enum CallerKind
{
    /// <summary>Without a session.</summary>
    Anonymous,

    /// <summary>With a session that nobody used for too long.</summary>
    Expired,

    /// <summary>With the session that ended when they were deactivated.</summary>
    Deactivated,

    /// <summary>Deactivated, and live in another company.</summary>
    DeactivatedHere,

    /// <summary>A Super Admin of another company.</summary>
    Outsider,

    /// <summary>An Admin who must change their password first.</summary>
    Restricted,

    User,
    Admin,
    SuperAdmin,
}
