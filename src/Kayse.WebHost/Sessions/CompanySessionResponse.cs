using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Sessions;

/// <summary>A live session as the company's admins see it.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Current">Whether it is the one that asks.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Device"><c>desktop</c>, <c>phone</c>, <c>tablet</c>, <c>bot</c> or <c>unknown</c>.</param>
/// <param name="Browser">Such as Firefox, or null.</param>
/// <param name="Os">Such as Windows, or null.</param>
/// <param name="Location">Roughly where: a country, <c>Local network</c> or <c>Unknown</c>.</param>
/// <param name="IpAddress">Where from, or null.</param>
/// <param name="StartedAt">When they signed in.</param>
/// <param name="LastActiveAt">When it was last used.</param>
/// <param name="ExpiresAt">When it ends unless it is used before.</param>
/// <param name="RememberMe">Whether it is remembered on the device.</param>
internal sealed record CompanySessionResponse(
    string Id,
    bool Current,
    SignedInPerson User,
    string Device,
    string? Browser,
    string? Os,
    string? Location,
    string? IpAddress,
    DateTimeOffset StartedAt,
    DateTimeOffset LastActiveAt,
    DateTimeOffset ExpiresAt,
    bool RememberMe
)
{
    public static CompanySessionResponse Of(CompanySessionView view, Caller caller)
    {
        var (session, device) = (view.Session, view.Session.Device);
        return new(
            session.Id,
            session.Id == caller.SessionId,
            new SignedInPerson(view.UserId, view.FullName, view.Email),
            device.Kind,
            device.Browser,
            device.OperatingSystem,
            device.Location,
            device.IpAddress,
            session.StartedAt,
            session.LastActiveAt,
            session.ExpiresAt,
            session.RememberMe
        );
    }
}

/// <summary>Who is signed in, or tried to.</summary>
/// <param name="Id">The person; null when they have been erased, or for failures of several people.</param>
/// <param name="FullName">Their name; null likewise.</param>
/// <param name="Email">Their address; null when they are no member any more.</param>
internal sealed record SignedInPerson(string? Id, string? FullName, string? Email);
