using System.Text.Json.Serialization;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;
using Kayse.WebHost.Sessions;

namespace Kayse.WebHost.SignIn;

/// <summary>The new session, or what is needed to complete the sign-in.</summary>
/// <param name="Status"><c>signed_in</c>, or <c>two_factor_required</c> with only <c>ticket</c> and
/// <c>methods</c>.</param>
internal sealed record SignInResponse(string Status)
{
    /// <summary>The new session.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionTokenResponse? Session { get; init; }

    /// <summary>The person.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UserResponse? User { get; init; }

    /// <summary>Their companies.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UserCompanyResponse>? Companies { get; init; }

    /// <summary>The active company of the session.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ActiveCompanyId { get; init; }

    /// <summary>
    /// What must be done before anything else: <c>password_change</c> or <c>two_factor_setup</c>. Absent if
    /// nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionRestriction? Restriction { get; init; }

    /// <summary>How many backup codes are left, if one was used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BackupCodesLeft { get; init; }

    /// <summary>
    /// The token to skip the code on this device, if it is now trusted. Returned only
    /// once.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeviceToken { get; init; }

    /// <summary>For <c>POST /auth/two-factor</c>, valid for 5 minutes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ticket { get; init; }

    /// <summary>The accepted codes: <c>totp</c>, <c>backup_code</c>, <c>passkey</c>.</summary>
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

/// <summary>A person.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="EmailVerified">Whether the email address is verified.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="TimeZone">IANA name, or null.</param>
internal sealed record UserResponse(string Id, string FullName, string Email, bool EmailVerified, string? PhoneNumber, string? TimeZone)
{
    public static UserResponse Of(UserView user) =>
        new(user.Id, user.FullName, user.Email, user.EmailVerified, user.PhoneNumber, user.TimeZone);
}

/// <summary>A company of a person.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">Their role there.</param>
internal sealed record UserCompanyResponse(string Id, string Name, Role Role);
