using System.Globalization;
using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Hosting;

/// <summary>What concerns security stands in the log, by ids and codes alone.</summary>
public sealed class SecurityLogTests : IAsyncLifetime
{
    private const string IpAddress = "203.0.113.77";

    private readonly KayseApp _app = new(
        ("Kayse:RateLimits:Enabled", "true"),
        ("Kayse:RateLimits:StepUpsPerUser:PermitLimit", "1"),
        ("Kayse:RateLimits:SignUpPerCaller:PermitLimit", "100")
    );

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_journey_leaves_its_events_and_nothing_personal()
    {
        var owner = await _app.SignUpAsync(company: "Quartermaine Law");
        await TryAsync(owner.Email, "wrong password");
        await TryAsync("nobody@firm.example", "wrong password");
        (await TryAsync(owner.Email, Person.Password)).ShouldBe(HttpStatusCode.OK);
        var user = await _app.JoinAsync(owner);
        (await Client(user.Token).PatchAsync("companies/current", new { website = "https://firm.example" })).ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await Client(owner.Token).PostAsync("auth/step-up", new { password = "wrong password" })).ShouldBe(HttpStatusCode.Unauthorized);
        (await Client(owner.Token).PostAsync("auth/step-up", new { password = Person.Password })).ShouldBe(
            HttpStatusCode.TooManyRequests
        );
        (
            await _app.Client()
                .PostAsync("auth/sign-out", null, ("Cookie", $"kayse_session={owner.Token}"), ("Sec-Fetch-Site", "cross-site"))
        ).ShouldBe(HttpStatusCode.Forbidden);
        var policy = new
        {
            twoFactorRequired = false,
            twoFactorGraceDays = 9,
            rememberMeAllowed = true,
            trustedDevicesAllowed = true,
            invitedEmailDomains = Array.Empty<string>(),
        };
        (await Client(owner.Token).SendAsync(HttpMethod.Put, "companies/current/security-policy", policy)).ShouldBe(HttpStatusCode.OK);
        var key = (
            await Client(owner.Token).PostAsync("me/api-keys", new { name = "Reporting tool", permissions = new[] { "read" } })
        ).ShouldBe(HttpStatusCode.Created);
        var enrolment = await _app.EnrolAsync(owner);
        var changed = await Client(enrolment.Person.Token)
            .PostAsync("me/password", new { currentPassword = Person.Password, newPassword = "a plum tram for the otter" });
        changed.ShouldBe(HttpStatusCode.OK);

        string[] events =
        [
            "sign_in.succeeded",
            "sign_in.failed",
            "access.denied",
            "rate_limited",
            "csrf.refused",
            "policy.changed",
            "api_key.created",
            "two_factor.changed",
            "password.changed",
            "company.created",
            "member.joined",
            "member.two_factor_enabled",
        ];
        var lines = await LinesWithAsync(events);

        foreach (var name in events)
            lines.ShouldContain(line => line.Event.Name == name, name);
        lines
            .Single(line => line.Event.Name == "csrf.refused")
            .Values.Single(value => value.Key == "Route")
            .Value.ShouldBe("/api/v1/auth/sign-out");
        lines.First(line => line.Event.Name == "access.denied").Values.Single(value => value.Key == "UserId").Value.ShouldBe(user.UserId);
        // All that is audited shares an id: the action names the event.
        lines
            .Where(line => line.Event.Id != 1100)
            .GroupBy(line => line.Event.Id)
            .ShouldAllBe(group => group.Key != 0 && group.Select(line => line.Event.Name).Distinct().Count() == 1);
        string[] personal =
        [
            owner.Email,
            user.Email,
            "nobody@firm.example",
            "firm.example",
            "Ada Vale",
            "Ben Ito",
            "Quartermaine",
            "Reporting tool",
            IpAddress,
            "203.0.113",
            Person.Password,
            "wrong password",
            owner.Token.Split('.')[1],
            user.Token.Split('.')[1],
            enrolment.Person.Token.Split('.')[1],
            key.At("key"),
            enrolment.BackupCodes[0],
        ];
        foreach (var line in _app.Logs.Lines)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{line.Event.Name} {line.Text} {string.Join(' ', line.Values)}");
            foreach (var word in personal)
                text.ShouldNotContain(word, Case.Insensitive);
        }
    }

    // Companies and sessions tell some of it behind the answer.
    private async Task<IReadOnlyList<CollectedLine>> LinesWithAsync(string[] events)
    {
        for (var i = 0; i < 500 && events.Any(name => _app.Logs.Security.All(line => line.Event.Name != name)); i++)
            await Task.Delay(20);
        return _app.Logs.Security;
    }

    private Task<ApiAnswer> TryAsync(string email, string password) =>
        _app.Client().PostAsync("auth/sign-in", new { email, password }, (KayseApp.RemoteAddressHeader, IpAddress));

    private ApiClient Client(string token) => _app.Client(token);
}
