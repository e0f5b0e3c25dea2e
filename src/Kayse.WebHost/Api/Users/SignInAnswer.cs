using System.Text.Json.Serialization;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.WebHost.Api.Users;

/// <summary>Who is signed in now, where.</summary>
/// <param name="Status">Always <c>signed_in</c>.</param>
/// <param name="Session">The session that has started.</param>
/// <param name="User">The person.</param>
/// <param name="Companies">The companies that they work in.</param>
/// <param name="ActiveCompanyId">The one that the session acts in.</param>
internal sealed record SignInAnswer(string Status, SessionTokenAnswer Session, UserAnswer User, IReadOnlyList<UserCompanyAnswer> Companies, string ActiveCompanyId)
{
    public static SignInAnswer Of(SignedIn signedIn) => new(
        "signed_in",
        SessionTokenAnswer.Of(signedIn.Session),
        UserAnswer.Of(signedIn.User),
        [.. signedIn.Companies.Select(company => new UserCompanyAnswer(company.CompanyId, company.CompanyName, company.Role))],
        signedIn.ActiveCompanyId)
    {
        Restriction = signedIn.Restriction == SessionRestriction.None ? null : signedIn.Restriction,
    };

    /// <summary>What has to be done before the session is good for anything else: <c>password_change</c>. Absent when nothing has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionRestriction? Restriction { get; init; }
}

/// <summary>A session that has just started.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="Token">The bearer token. It is shown here only.</param>
/// <param name="ExpiresAt">When the session ends unless it is used before.</param>
/// <param name="IdleTimeoutSeconds">How long it may stay unused.</param>
internal sealed record SessionTokenAnswer(string Id, string Token, DateTimeOffset ExpiresAt, int IdleTimeoutSeconds)
{
    public static SessionTokenAnswer Of(StartedSession session) => new(session.Id, session.Token, session.ExpiresAt, (int)session.IdleTimeout.TotalSeconds);
}

/// <summary>A person as they see themselves.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="PhoneNumber">E.164, or null.</param>
/// <param name="TimeZone">IANA name, or null.</param>
internal sealed record UserAnswer(string Id, string FullName, string Email, string? PhoneNumber, string? TimeZone)
{
    public static UserAnswer Of(UserView user) => new(user.Id, user.FullName, user.Email, user.PhoneNumber, user.TimeZone);
}

/// <summary>A company that a person works in.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">Their role there.</param>
internal sealed record UserCompanyAnswer(string Id, string Name, Role Role);
