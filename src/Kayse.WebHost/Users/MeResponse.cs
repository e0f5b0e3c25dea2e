using Kayse.Grains.Users;

namespace Kayse.WebHost.Users;

/// <summary>The caller's profile.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="FullName">Their name. What a company calls them in its lists is the company's.</param>
/// <param name="Email">Their address.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="TimeZone">IANA name, or null.</param>
/// <param name="Language">BCP 47 tag, or null.</param>
/// <param name="PhotoUrl">Their photo, or null.</param>
/// <param name="EmailVerified">Whether they have proved that the address is theirs.</param>
/// <param name="PendingEmail">An address that they want instead and haven't confirmed yet, or null.</param>
internal sealed record MeResponse(
    string Id,
    string FullName,
    string Email,
    bool EmailVerified,
    string? PhoneNumber,
    string? TimeZone,
    string? Language,
    string? PhotoUrl,
    string? PendingEmail
)
{
    public static MeResponse Of(UserView user) =>
        new(
            user.Id,
            user.FullName,
            user.Email,
            user.EmailVerified,
            user.PhoneNumber,
            user.TimeZone,
            user.Language,
            Http.PhotoUrl.Of(user.Photo),
            user.PendingEmail
        );
}
