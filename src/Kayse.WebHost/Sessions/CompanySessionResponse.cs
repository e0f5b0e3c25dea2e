using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Sessions;

/// <summary>A live session as the company's admins see it.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Current">Whether this is the session of the request.</param>
/// <param name="User">The person.</param>
/// <param name="Device"><c>desktop</c>, <c>phone</c>, <c>tablet</c>, <c>bot</c> or <c>unknown</c>.</param>
/// <param name="Browser">For example Firefox; null if unknown.</param>
/// <param name="Os">For example Windows; null if unknown.</param>
/// <param name="Location">The approximate location: a country, <c>Local network</c> or <c>Unknown</c>.</param>
/// <param name="IpAddress">The IP address, or null.</param>
/// <param name="StartedAt">When they signed in.</param>
/// <param name="LastActiveAt">When it was last used.</param>
/// <param name="ExpiresAt">When it ends if it isn't used before then.</param>
/// <param name="RememberMe">Whether "Remember me" was chosen.</param>
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

/// <summary>The person of a session or a sign-in attempt.</summary>
/// <param name="Id">The person; null if deleted, or if an entry stands for several people.</param>
/// <param name="FullName">Their name, or null as above.</param>
/// <param name="Email">Their email address; null if no longer a member.</param>
internal sealed record SignedInPerson(string? Id, string? FullName, string? Email);
