using System.Globalization;
using System.Net;
using System.Text;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Http.RateLimits;

/// <summary>Limits per caller and per address, each with its own setting.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task Sign_in_is_limited_per_network()
    {
        await using var app = App(("SignInPerCaller", 3));
        for (var i = 0; i < 3; i++)
            (await TrySignInAsync(app, Journeys.NewEmail(), $"203.0.113.{i}")).ShouldRefuse(
                HttpStatusCode.Unauthorized,
                "invalid_credentials"
            );

        var limited = await TrySignInAsync(app, Journeys.NewEmail(), "203.0.113.200");

        limited.ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
        limited.Header("Retry-After").ShouldBe("20");
        (await TrySignInAsync(app, Journeys.NewEmail(), "203.0.114.1")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        app.Clock.Advance(TimeSpan.FromSeconds(20));
        (await TrySignInAsync(app, Journeys.NewEmail(), "203.0.113.9")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await TrySignInAsync(app, Journeys.NewEmail(), "203.0.113.9")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task An_IPv6_caller_is_its_64_bit_network()
    {
        await using var app = App(("SignInPerCaller", 1));
        await TrySignInAsync(app, Journeys.NewEmail(), "2001:db8:1:2::1");

        (await TrySignInAsync(app, Journeys.NewEmail(), "2001:db8:1:2:ffff::9")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await TrySignInAsync(app, Journeys.NewEmail(), "2001:db8:1:3::1")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Whole_audit_logs_are_limited_per_person_and_pages_of_them_are_not()
    {
        await using var app = App(("WholeAuditLogsPerUser", 2));
        var client = app.Client((await app.SignUpAsync()).Token);
        (await client.GetAsync("companies/current/audit-log/verification")).ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("companies/current/audit-log", ("Accept", "text/csv"))).ShouldBe(HttpStatusCode.OK);

        (await client.GetAsync("companies/current/audit-log/verification")).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
        (await client.GetAsync("companies/current/audit-log", ("Accept", "text/csv"))).ShouldRefuse(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
        (await client.GetAsync("companies/current/audit-log")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sign_up_is_limited()
    {
        await using var app = App(("SignUpPerCaller", 2));
        await app.SignUpAsync();
        await app.SignUpAsync();

        (
            await app.Client()
                .PostAsync(
                    "companies",
                    new
                    {
                        companyName = "Firm",
                        fullName = "Ada",
                        email = Journeys.NewEmail(),
                        password = Person.Password,
                    }
                )
        ).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
    }

    [Fact]
    public async Task Tokens_are_limited_before_they_are_read()
    {
        await using var app = App(("InvitationTokensPerCaller", 2));
        foreach (var path in new[] { "lookup", "accept" })
            (await app.Client().PostAsync($"invitations/{path}", new { token = "nonsense" })).ShouldRefuse(
                HttpStatusCode.NotFound,
                "not_found"
            );

        (await app.Client().PostAsync("invitations/decline", new { token = "nonsense" })).ShouldRefuse(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
    }

    [Fact]
    public async Task Invitations_are_limited_per_person()
    {
        await using var app = App(("InvitationsPerUser", 2));
        var (one, other) = (await app.SignUpAsync(), await app.SignUpAsync());
        await app.InviteAsync(one, Journeys.NewEmail());
        await app.InviteAsync(one, Journeys.NewEmail());

        (
            await app.Client(one.Token)
                .PostAsync(
                    "companies/current/invitations",
                    new
                    {
                        fullName = "Ben",
                        email = Journeys.NewEmail(),
                        role = "user",
                    }
                )
        ).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        await app.InviteAsync(other, Journeys.NewEmail());
    }

    [Fact]
    public async Task Files_of_invitations_are_limited_per_person()
    {
        await using var app = App(("BulkInvitationsPerUser", 1));
        var (one, other) = (await app.SignUpAsync(), await app.SignUpAsync());

        (await UploadAsync(app, one)).Status.ShouldBe(HttpStatusCode.OK);
        (await UploadAsync(app, one)).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
        (await UploadAsync(app, other)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Changes_of_password_are_limited_per_person()
    {
        await using var app = App(("PasswordChangesPerUser", 2));
        var (one, other) = (await app.SignUpAsync(), await app.SignUpAsync());
        var guess = new { currentPassword = "a guess", newPassword = "a plum tram for the otter" };
        for (var i = 0; i < 2; i++)
            (await app.Client(one.Token).PostAsync("me/password", guess)).ShouldRefuse(
                HttpStatusCode.Unauthorized,
                "invalid_credentials"
            );

        (await app.Client(one.Token).PostAsync("me/password", guess)).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
        (await app.Client(other.Token).PostAsync("me/password", guess)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
    }

    [Fact]
    public async Task Step_ups_are_limited_per_person()
    {
        await using var app = App(("StepUpsPerUser", 2));
        var (one, other) = (await app.SignUpAsync(), await app.SignUpAsync());
        for (var i = 0; i < 2; i++)
            (await app.Client(one.Token).PostAsync("auth/step-up", new { password = "a guess" })).ShouldRefuse(
                HttpStatusCode.Unauthorized,
                "invalid_credentials"
            );

        (await app.Client(one.Token).PostAsync("auth/step-up", new { password = Person.Password })).ShouldRefuse(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
        (await app.Client(other.Token).PostAsync("auth/step-up", new { password = Person.Password })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Reset_links_are_limited_per_network()
    {
        await using var app = App(("PasswordResetsPerCaller", 2));
        (await app.Client().PostAsync("auth/forgot-password", new { email = "nobody@firm.example" })).ShouldBe(HttpStatusCode.Accepted);
        (await app.Client().PostAsync("auth/reset-password", new { token = "nonsense", newPassword = "weak" })).ShouldRefuse(
            HttpStatusCode.NotFound,
            "not_found"
        );

        (await app.Client().PostAsync("auth/reset-password", new { token = "nonsense", newPassword = "weak" })).ShouldRefuse(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
        (await app.Client().PostAsync("auth/forgot-password", new { email = "nobody@firm.example" })).ShouldRefuse(
            HttpStatusCode.TooManyRequests,
            "rate_limited"
        );
    }

    [Fact]
    public async Task Reset_links_to_one_address_are_limited_without_a_word()
    {
        await using var app = App(("PasswordResetsPerAddress", 2));
        var person = await app.SignUpAsync();
        await AskAsync(mails: 1);
        await AskAsync(mails: 2);
        for (var i = 0; i < 3; i++)
            await AskAsync(mails: 2);

        app.Clock.Advance(TimeSpan.FromSeconds(30));
        await AskAsync(mails: 3);

        // One after the other: a mail that is still waiting when another link is asked for doesn't go out.
        async Task AskAsync(int mails)
        {
            (await app.Client().PostAsync("auth/forgot-password", new { email = person.Email.ToUpperInvariant() })).ShouldBe(
                HttpStatusCode.Accepted
            );
            await app.MailAsync(person.Email, "Reset your Kayse password", _ => app.Mails(person.Email).Count == mails);
        }
    }

    [Fact]
    public async Task A_session_check_has_no_limit()
    {
        await using var app = App();
        var person = await app.SignUpAsync();
        for (var i = 0; i < 500; i++)
            (await app.Client(person.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    private static KayseApp App(params (string Name, int Permits)[] limits) =>
        new([
            ("Kayse:RateLimits:Enabled", "true"),
            .. limits.SelectMany(limit =>
                new[]
                {
                    ($"Kayse:RateLimits:{limit.Name}:PermitLimit", limit.Permits.ToString(CultureInfo.InvariantCulture)),
                    ($"Kayse:RateLimits:{limit.Name}:Window", "00:01:00"),
                }
            ),
        ]);

    private static Task<ApiAnswer> TrySignInAsync(KayseApp app, string email, string from) =>
        app.Client().PostAsync("auth/sign-in", new { email, password = "wrong" }, (KayseApp.RemoteAddressHeader, from));

    private static Task<ApiAnswer> UploadAsync(KayseApp app, Person by) =>
        app.Client(by.Token)
            .SendRawAsync(
                HttpMethod.Post,
                "companies/current/invitations/bulk",
                new StringContent($"email,full name,role\n{Journeys.NewEmail()},Ben,user\n", Encoding.UTF8, "text/csv")
            );
}
