using System.Text.Json.Serialization;
using Kayse.Grains.Companies;
using Kayse.Grains.Users;
using Kayse.WebHost.Companies;
using Kayse.WebHost.Sessions;

namespace Kayse.WebHost.SignIn;

/// <summary>A new company.</summary>
/// <param name="Company">The company.</param>
/// <param name="User">Its Super Admin.</param>
internal sealed record SignUpResponse(CompanyResponse Company, UserResponse User)
{
    /// <summary>Their session; absent if a second factor is needed to complete the sign-in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionTokenResponse? Session { get; init; }

    /// <summary>For <c>POST /auth/two-factor</c>, instead of a session.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ticket { get; init; }

    /// <summary>The accepted codes, if there is a ticket: <c>totp</c>, <c>backup_code</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Methods { get; init; }

    public static SignUpResponse Of(CompanyCreated created, BegunSignIn signIn) =>
        new(CompanyResponse.Of(created.Company), UserResponse.Of(created.User))
        {
            Session = signIn.SignedIn is { } signedIn ? SessionTokenResponse.Of(signedIn.Session) : null,
            Ticket = signIn.Ticket?.Token,
            Methods = signIn.Ticket?.Methods,
        };
}
