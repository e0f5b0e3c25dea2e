using System.Net;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Api;

/// <summary>Who may call what: every route times every kind of caller.</summary>
public sealed class AccessTests : AppTests
{
    private readonly Dictionary<Who, Person> _people = [];

    /// <summary>In the order of <see cref="Who"/>.</summary>
    public static TheoryData<string, int[]> Routes => new()
    {
        { "POST /companies", [201, 201, 201, 201, 201, 201, 201] },
        { "GET /companies/{company}", [401, 401, 404, 200, 200, 200, 200] },
        { "GET /companies/{company}/members", [401, 401, 404, 403, 403, 200, 200] },
        { "GET /companies/{company}/invitations", [401, 401, 404, 403, 200, 200, 200] },
        { "POST /companies/{company}/invitations", [401, 401, 404, 403, 201, 201, 201] },
        { "GET /companies/{company}/invitations/{id}", [401, 401, 404, 403, 200, 200, 200] },
        { "PATCH /companies/{company}/invitations/{id}", [401, 401, 404, 403, 200, 200, 200] },
        { "DELETE /companies/{company}/invitations/{id}", [401, 401, 404, 403, 204, 204, 204] },
        { "POST /companies/{company}/invitations/{id}/resend", [401, 401, 404, 403, 200, 200, 200] },
        { "POST /invitations/lookup", [200, 200, 200, 200, 200, 200, 200] },
        { "POST /invitations/accept", [200, 200, 200, 200, 200, 200, 200] },
        { "POST /invitations/decline", [204, 204, 204, 204, 204, 204, 204] },
        { "POST /auth/sign-in", [200, 200, 200, 200, 200, 200, 200] },
        { "POST /auth/sign-out", [401, 401, 204, 204, 204, 204, 204] },
        { "GET /session", [401, 401, 200, 200, 200, 200, 200] },
        { "GET /me", [401, 401, 200, 200, 200, 200, 200] },
        { "GET /me/sessions", [401, 401, 200, 200, 200, 200, 200] },
        { "DELETE /me/sessions/{id}", [401, 401, 204, 204, 204, 204, 204] },
        { "POST /me/sessions/sign-out-others", [401, 401, 204, 204, 204, 204, 204] },
        { "POST /me/sessions/sign-out-everywhere", [401, 401, 204, 204, 204, 204, 204] },
    };

    public override async Task InitializeAsync()
    {
        var owner = await App.SignUpAsync();
        _people[Who.SuperAdmin] = owner;
        _people[Who.Outsider] = await App.SignUpAsync(company: "Another Firm");
        _people[Who.Admin] = await App.JoinAsync(owner, "admin");
        _people[Who.User] = await App.JoinAsync(owner);
        _people[Who.Inviter] = await App.JoinAsync(owner, "user", "members.invite");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Each_route_serves_whom_it_should(string route, int[] expected)
    {
        foreach (var who in Enum.GetValues<Who>())
        {
            var (token, sessionId) = await SignedInAsync(who);
            var answer = await CallAsync(route, token, sessionId);
            ((int)answer.Status).ShouldBe(expected[(int)who], $"{route} by {who}: {answer.Text}");
            if (answer.Status == HttpStatusCode.Unauthorized)
                answer.ShouldRefuse(HttpStatusCode.Unauthorized, who == Who.SignedOut ? "session_ended" : "unauthenticated");
        }
    }

    [Fact]
    public void No_route_is_missing_here()
    {
        var mapped = App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {endpoint.RoutePattern.RawText!["/api/v1".Length..].TrimEnd('/')}");

        mapped.ShouldBe(Routes.Select(row => (string)row[0]), ignoreOrder: true);
    }

    private async Task<(string? Token, string? SessionId)> SignedInAsync(Who who)
    {
        if (who == Who.Anonymous)
            return (null, null);
        var person = await App.SignInAsync(_people[who == Who.SignedOut ? Who.SuperAdmin : who].Email);
        if (who == Who.SignedOut)
            (await App.Client(person.Token).PostAsync("auth/sign-out")).ShouldBe(HttpStatusCode.NoContent);
        return (person.Token, person.SessionId);
    }

    private async Task<ApiAnswer> CallAsync(string route, string? token, string? sessionId)
    {
        var (method, pattern) = (route.Split(' ')[0], route.Split(' ')[1]);
        var email = Journeys.NewEmail("invitee");
        var invitationId = pattern.Contains("invitations/", StringComparison.Ordinal) ? await App.InviteAsync(_people[Who.SuperAdmin], email) : null;
        object? body = pattern switch
        {
            "/companies" => new { companyName = "New Firm", fullName = "Ada Vale", email = Journeys.NewEmail(), password = Person.Password },
            "/auth/sign-in" => new { email = _people[Who.SuperAdmin].Email, password = Person.Password },
            "/companies/{company}/invitations" when method == "POST" => new { fullName = "Ben Ito", email, role = "user" },
            "/companies/{company}/invitations/{id}" when method == "PATCH" => new { jobTitle = "Paralegal" },
            "/invitations/lookup" or "/invitations/decline" => new { token = await App.MailedTokenAsync(email) },
            "/invitations/accept" => new { token = await App.MailedTokenAsync(email), password = Person.Password },
            _ => null,
        };
        var path = pattern.Replace("{company}", _people[Who.SuperAdmin].CompanyId, StringComparison.Ordinal)
            .Replace("{id}", pattern.StartsWith("/me/", StringComparison.Ordinal) ? sessionId ?? "none" : invitationId, StringComparison.Ordinal);
        return await App.Client(token).SendAsync(new HttpMethod(method), path[1..], body);
    }

    private enum Who
    {
        Anonymous,
        SignedOut,
        Outsider,
        User,
        Inviter,
        Admin,
        SuperAdmin,
    }
}
