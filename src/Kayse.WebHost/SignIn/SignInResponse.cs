using System.Text.Json.Serialization;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Kayse.WebHost.Sessions;

namespace Kayse.WebHost.SignIn;

/// <summary>Who is signed in now, where; or what it takes to be.</summary>
/// <param name="Status"><c>signed_in</c>, or <c>two_factor_required</c>: then there are a ticket and methods, and
/// nothing of the rest.</param>
internal sealed record SignInResponse(string Status)
{
    /// <summary>The session that has started.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionTokenResponse? Session { get; init; }

    /// <summary>The person.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UserResponse? User { get; init; }

    /// <summary>The companies that they work in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UserCompanyResponse>? Companies { get; init; }

    /// <summary>The one that the session acts in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ActiveCompanyId { get; init; }

    /// <summary>
    /// What has to be done before the session is good for anything else: <c>password_change</c> or
    /// <c>two_factor_setup</c>. Absent when nothing has.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionRestriction? Restriction { get; init; }

    /// <summary>How many backup codes are left, when one was used: at 2 it is time for new ones. Else absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BackupCodesLeft { get; init; }

    /// <summary>
    /// For signing in on this device without a code, when it is trusted from now on. It is shown here only; else
    /// absent.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeviceToken { get; init; }

    /// <summary>For <c>POST /auth/two-factor</c>, good for 5 minutes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ticket { get; init; }

    /// <summary>What a code may be: <c>totp</c>, <c>backup_code</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Methods { get; init; }

    public static SignInResponse Of(BegunSignIn begun) => begun.Ticket is { } ticket ? Of(ticket) : Of(begun.SignedIn!);

    public static SignInResponse Of(SignedIn signedIn) =>
        new("signed_in")
        {
            Session = SessionTokenResponse.Of(signedIn.Session),
            User = UserResponse.Of(signedIn.User),
            Companies =
            [
                .. signedIn.Companies.Select(company => new UserCompanyResponse(company.CompanyId, company.CompanyName, company.Role)),
            ],
            ActiveCompanyId = signedIn.ActiveCompanyId,
            Restriction = signedIn.Restriction == SessionRestriction.None ? null : signedIn.Restriction,
            BackupCodesLeft = signedIn.BackupCodesLeft,
            DeviceToken = signedIn.DeviceToken,
        };

    private static SignInResponse Of(TwoFactorTicket ticket) =>
        new("two_factor_required") { Ticket = ticket.Token, Methods = ticket.Methods };
}

/// <summary>A person as they see themselves.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="EmailVerified">Whether they have proved that the address is theirs.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="TimeZone">IANA name, or null.</param>
internal sealed record UserResponse(string Id, string FullName, string Email, bool EmailVerified, string? PhoneNumber, string? TimeZone)
{
    public static UserResponse Of(UserView user) =>
        new(user.Id, user.FullName, user.Email, user.EmailVerified, user.PhoneNumber, user.TimeZone);
}

/// <summary>A company that a person works in.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">Their role there.</param>
internal sealed record UserCompanyResponse(string Id, string Name, Role Role);
