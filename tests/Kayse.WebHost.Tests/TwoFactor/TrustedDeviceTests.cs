using System.Globalization;
using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.TwoFactor;

/// <summary>Devices on which signing in takes no code (US-5).</summary>
public sealed class TrustedDeviceTests : OwnAppTests
{
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static readonly (string, string) _ownPage = ("Sec-Fetch-Site", "same-origin");
    private Enrolment _enrolment = null!;
    private int _guesses;

    private Person Owner => _enrolment.Person;

    public override async Task InitializeAsync() => _enrolment = await App.EnrolAsync(await App.SignUpAsync());

    [Fact]
    public async Task Signing_in_with_the_token_takes_no_code_and_without_it_one()
    {
        var deviceToken = await TrustAsync();

        (await SignInAsync(deviceToken)).At("status").ShouldBe("signed_in");
        (await SignInAsync(null)).At("status").ShouldBe("two_factor_required");
        App.Clock.Advance(TimeSpan.FromDays(30));
        (await SignInAsync(deviceToken)).At("status").ShouldBe("two_factor_required");
    }

    [Fact]
    public async Task The_password_is_asked_for_all_the_same() =>
        (await SignInAsync(await TrustAsync(), "a guess")).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("06axv7m2k4p9r3t8w1y5z0gh.qLUpYHkB1fY0v0Sx3m8cR5nE7wT2aJ9dG4hK6iO1uXs")]
    public async Task What_is_no_token_of_theirs_is_as_none(string deviceToken) =>
        (await SignInAsync(deviceToken)).At("status").ShouldBe("two_factor_required");

    [Fact]
    public async Task The_token_of_somebody_else_is_as_none()
    {
        var deviceToken = await TrustAsync();
        var other = await App.EnrolAsync(await App.SignUpAsync());

        (
            await App.Client()
                .PostAsync(
                    "auth/sign-in",
                    new
                    {
                        email = other.Person.Email,
                        password = Person.Password,
                        deviceToken,
                    }
                )
        ).At("status").ShouldBe("two_factor_required");
    }

    [Fact]
    public async Task Without_trustDevice_nothing_is_trusted() =>
        (await CompleteAsync(trustDevice: null)).Json.ContainsKey("deviceToken").ShouldBeFalse();

    [Fact]
    public async Task It_does_not_step_up()
    {
        var token = (await SignInAsync(await TrustAsync())).At("session.token");

        (await App.Client(token).PostAsync("me/api-keys", new { name = "Reports", permissions = new[] { "read" } })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "step_up_required"
        );
        (await App.Client(token).PostAsync("auth/step-up", new { password = Person.Password }))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .Text.ShouldContain("\"code\"");
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        var steppedUp = (await App.Client(token).PostAsync("auth/step-up", new { code = _enrolment.App.Code() })).ShouldBe(
            HttpStatusCode.OK
        );
        (
            await App.Client(steppedUp.At("session.token"))
                .PostAsync("me/api-keys", new { name = "Reports", permissions = new[] { "read" } })
        ).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_browser_keeps_the_token_in_a_cookie_of_its_own()
    {
        var answer = await CompleteAsync(trustDevice: true, _ownPage);
        var cookie = answer
            .Header("Set-Cookie")
            .ShouldNotBeNull()
            .Split(", kayse_")
            .Single(one => one.StartsWith("device=", StringComparison.Ordinal));

        cookie.ShouldStartWith($"device={answer.At("deviceToken")};");
        foreach (var attribute in new[] { "max-age=2592000", "path=/", "samesite=lax", "httponly" })
            cookie.ShouldContain(attribute);
        cookie.ShouldNotContain("secure");
        var body = new { email = Owner.Email, password = Person.Password };
        (await App.Client().PostAsync("auth/sign-in", body, _ownPage, ("Cookie", $"kayse_device={answer.At("deviceToken")}")))
            .At("status")
            .ShouldBe("signed_in");
    }

    [Fact]
    public async Task Where_the_public_address_is_https_the_cookie_is_secure_and_bound_to_the_host()
    {
        await using var app = new KayseApp(("Kayse:PublicUrl", "https://localhost"));
        var enrolment = await app.EnrolAsync(await app.SignUpAsync());
        var ticket = await app.TicketAsync(enrolment.Person.Email);
        app.Clock.Advance(TimeSpan.FromSeconds(30));

        var answer = await app.Client()
            .PostAsync(
                "auth/two-factor",
                new
                {
                    ticket,
                    code = enrolment.App.Code(),
                    trustDevice = true,
                },
                _ownPage
            );

        var cookie = answer.Header("Set-Cookie").ShouldNotBeNull().Split(", __Host-").Last();
        cookie.ShouldStartWith("kayse_device=");
        cookie.ShouldContain("secure");
        cookie.ShouldNotContain("domain");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("X-Nothing", "1")]
    public async Task Nobody_else_gets_the_cookie(string name, string value)
    {
        var answer = await CompleteAsync(trustDevice: true, (name, value));

        answer.At("deviceToken").ShouldNotBeNullOrWhiteSpace();
        answer.Header("Set-Cookie").ShouldBeNull();
    }

    [Fact]
    public async Task They_are_listed_with_what_they_are_and_can_be_revoked()
    {
        var answer = await CompleteAsync(trustDevice: true, ("User-Agent", Firefox), (KayseApp.RemoteAddressHeader, "203.0.113.9"));
        var (client, cookie) = (App.Client(answer.At("session.token")), ("Cookie", $"kayse_device={answer.At("deviceToken")}"));

        var listed = (await client.GetAsync("me/trusted-devices", cookie)).ShouldBe(HttpStatusCode.OK);

        listed.Json["total"]!.GetValue<int>().ShouldBe(1);
        var device = listed.Json["items"]![0]!.AsObject();
        device
            .Select(member => member.Key)
            .ShouldBe(["id", "current", "device", "browser", "os", "location", "trustedAt", "lastUsedAt", "expiresAt"]);
        (
            device["current"]!.GetValue<bool>(),
            device["device"]!.GetValue<string>(),
            device["browser"]!.GetValue<string>(),
            device["os"]!.GetValue<string>()
        ).ShouldBe((true, "desktop", "Firefox", "Windows"));
        (device["trustedAt"]!.GetValue<string>(), device["lastUsedAt"], device["expiresAt"]!.GetValue<string>()).ShouldBe(
            ("2026-01-05T09:00:30Z", null, "2026-02-04T09:00:30Z")
        );
        listed.Text.ShouldNotContain(answer.At("deviceToken").Split('.')[1]);
        (await client.GetAsync("me/trusted-devices")).Json["items"]![0]!["current"]!.GetValue<bool>().ShouldBeFalse();

        var path = $"me/trusted-devices/{device["id"]!.GetValue<string>()}";
        var other = await App.SignUpAsync();
        (await App.Client(other.Token).DeleteAsync(path)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await client.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
        (await client.DeleteAsync(path)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await SignInAsync(answer.At("deviceToken"))).At("status").ShouldBe("two_factor_required");
        (await client.GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Strangers_who_lock_the_account_do_not_lock_out_a_trusted_device()
    {
        var deviceToken = await TrustAsync();
        await FailAsync(10, deviceToken: null);
        (await SignInAsync(null)).ShouldRefuse(HttpStatusCode.Locked, "account_locked");
        (await SignInAsync($"{Owner.UserId}.qLUpYHkB1fY0v0Sx3m8cR5nE7wT2aJ9dG4hK6iO1uXs")).ShouldRefuse(
            HttpStatusCode.Locked,
            "account_locked"
        );

        (await SignInAsync(deviceToken)).At("status").ShouldBe("signed_in");
    }

    [Fact]
    public async Task At_the_tenth_wrong_password_on_it_a_device_is_trusted_no_longer()
    {
        var (deviceToken, other) = (await TrustAsync(), await TrustAsync());
        await FailAsync(9, deviceToken);
        (await ListedAsync()).ShouldBe(2);
        await FailAsync(1, deviceToken);

        (await ListedAsync()).ShouldBe(1);
        (await SignInAsync(deviceToken)).At("status").ShouldBe("two_factor_required");
        (await SignInAsync(other)).At("status").ShouldBe("signed_in");
    }

    [Fact]
    public async Task What_was_guessed_on_it_is_forgotten_when_it_signs_in()
    {
        var deviceToken = await TrustAsync();
        for (var round = 0; round < 3; round++)
        {
            await FailAsync(8, deviceToken);
            App.Clock.Advance(TimeSpan.FromMinutes(5));
            (await SignInAsync(deviceToken)).At("status").ShouldBe("signed_in");
        }
    }

    // Waits where it is told to, and has each guess come from elsewhere.
    private async Task FailAsync(int times, string? deviceToken)
    {
        for (var failures = 0; failures < times;)
        {
            var answer = await App.Client()
                .PostAsync(
                    "auth/sign-in",
                    new
                    {
                        email = Owner.Email,
                        password = "a guess",
                        deviceToken,
                    },
                    (KayseApp.RemoteAddressHeader, $"198.51.{_guesses++}.1")
                );
            if (answer.Status == HttpStatusCode.TooManyRequests)
            {
                App.Clock.Advance(
                    TimeSpan.FromSeconds(int.Parse(answer.Header("Retry-After").ShouldNotBeNull(), CultureInfo.InvariantCulture))
                );
                continue;
            }

            answer.ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
            failures++;
        }
    }

    private Task<ApiAnswer> SignInAsync(string? deviceToken, string password = Person.Password) =>
        App.Client()
            .PostAsync(
                "auth/sign-in",
                new
                {
                    email = Owner.Email,
                    password,
                    deviceToken,
                }
            );

    private async Task<string> TrustAsync() => (await CompleteAsync(trustDevice: true)).At("deviceToken");

    private async Task<ApiAnswer> CompleteAsync(bool? trustDevice, params (string Name, string Value)[] headers)
    {
        var ticket = await App.TicketAsync(Owner.Email);
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        return (
            await App.Client()
                .PostAsync(
                    "auth/two-factor",
                    new
                    {
                        ticket,
                        code = _enrolment.App.Code(),
                        trustDevice,
                    },
                    headers
                )
        ).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<int> ListedAsync()
    {
        var token = (await CompleteAsync(trustDevice: false)).At("session.token");
        return (await App.Client(token).GetAsync("me/trusted-devices")).Json["total"]!.GetValue<int>();
    }
}
