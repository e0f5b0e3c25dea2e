using Kayse.Grains.Users;

namespace Kayse.WebHost.Users;

/// <summary>The caller's profile.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="FullName">Their name. Each company decides how it appears in its own lists.</param>
/// <param name="Email">Their address.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="TimeZone">IANA name, or null.</param>
/// <param name="Language">BCP 47 tag, or null.</param>
/// <param name="PhotoUrl">Their photo, or null.</param>
/// <param name="EmailVerified">Whether the email address is verified.</param>
/// <param name="PendingEmail">A new email address that is not confirmed yet, or null.</param>
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
