using System.Text.Json.Serialization;
using Kayse.Grains.Companies;
using Kayse.Grains.Users;
using Kayse.WebHost.Api.Users;

namespace Kayse.WebHost.Api.Companies;

/// <summary>A company as its members see it.</summary>
/// <param name="Id">The company's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it signed up.</param>
internal sealed record CompanyAnswer(string Id, string Name, DateTimeOffset CreatedAt)
{
    public static CompanyAnswer Of(CompanyView company) => new(company.Id, company.Name, company.CreatedAt);
}

/// <summary>A company that has just signed up.</summary>
/// <param name="Company">The company.</param>
/// <param name="User">Its Super Admin.</param>
internal sealed record SignUpAnswer(CompanyAnswer Company, UserAnswer User)
{
    /// <summary>Their session; absent for who had an account with a second factor: they complete the sign-in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionTokenAnswer? Session { get; init; }

    /// <summary>For <c>POST /auth/two-factor</c>, instead of a session.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ticket { get; init; }

    /// <summary>What the code may be, when there is a ticket: <c>totp</c>, <c>backup_code</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Methods { get; init; }

    public static SignUpAnswer Of(CompanyCreated created, BegunSignIn signIn) =>
        new(CompanyAnswer.Of(created.Company), UserAnswer.Of(created.User))
        {
            Session = signIn.SignedIn is { } signedIn ? SessionTokenAnswer.Of(signedIn.Session) : null,
            Ticket = signIn.Ticket?.Token,
            Methods = signIn.Ticket?.Methods,
        };
}
