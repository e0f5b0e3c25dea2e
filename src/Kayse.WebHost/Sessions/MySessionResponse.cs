using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.Sessions;

/// <summary>A live session as its person sees it.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Current">Whether this is the session of the request.</param>
/// <param name="Device"><c>desktop</c>, <c>phone</c>, <c>tablet</c>, <c>bot</c> or <c>unknown</c>.</param>
/// <param name="Browser">For example Firefox; null if unknown.</param>
/// <param name="Os">For example Windows; null if unknown.</param>
/// <param name="Location">The approximate location: a country, <c>Local network</c> or <c>Unknown</c>; null for older
/// sessions.</param>
/// <param name="IpAddress">The IP address, or null.</param>
/// <param name="StartedAt">When they signed in.</param>
/// <param name="LastActiveAt">When it was last used.</param>
/// <param name="ExpiresAt">When it ends if it isn't used before then.</param>
/// <param name="RememberMe">Whether "Remember me" was chosen.</param>
/// <param name="CompanyId">The company that it acts in.</param>
internal sealed record MySessionResponse(
    string Id,
    bool Current,
    string Device,
    string? Browser,
    string? Os,
    string? Location,
    string? IpAddress,
    DateTimeOffset StartedAt,
    DateTimeOffset LastActiveAt,
    DateTimeOffset ExpiresAt,
    bool RememberMe,
    string CompanyId
)
{
    public static MySessionResponse Of(SessionView session, Caller caller) =>
        new(
            session.Id,
            session.Id == caller.SessionId,
            session.Device.Kind,
            session.Device.Browser,
            session.Device.OperatingSystem,
            session.Device.Location,
            session.Device.IpAddress,
            session.StartedAt,
            session.LastActiveAt,
            session.ExpiresAt,
            session.RememberMe,
            session.CompanyId
        );
}
