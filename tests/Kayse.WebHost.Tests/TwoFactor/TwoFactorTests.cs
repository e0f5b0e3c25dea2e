using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.TwoFactor;

/// <summary>Turning a second factor on and off, and its codes (US-4).</summary>
public sealed class TwoFactorTests : OwnAppTests
{
    private Person _person = null!;

    public override async Task InitializeAsync() => _person = await App.SignUpAsync();

    [Fact]
    public async Task Set_up_gives_the_secret_to_type_and_to_scan()
    {
        var answer = await PostAsync("setup");

        Members(answer.Json).ShouldBe(["secret", "otpauthUri", "qrCodeSvg", "expiresAt"]);
        var secret = answer.At("secret");
        secret.ShouldMatch("^[A-Z2-7]{32}$");
        answer
            .At("otpauthUri")
            .ShouldBe(
                $"otpauth://totp/Kayse:{Uri.EscapeDataString(_person.Email)}?secret={secret}&issuer=Kayse&algorithm=SHA1&digits=6&period=30"
            );
        answer.At("expiresAt").ShouldBe("2026-01-05T09:30:00Z");
        (await GetAsync()).Json["enabled"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task The_image_holds_nothing_that_a_strict_policy_forbids()
    {
        var svg = XElement.Parse((await PostAsync("setup")).At("qrCodeSvg"));

        foreach (var element in svg.DescendantsAndSelf())
        {
            new[] { "svg", "path" }.ShouldContain(element.Name.LocalName);
            element
                .Attributes()
                .Select(attribute => attribute.Name.LocalName)
                .Except(["xmlns", "viewBox", "shape-rendering", "fill", "d"])
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_code_turns_it_on_ends_the_other_sessions_and_replaces_the_token_of_this_one()
    {
        var other = await App.SignInAsync(_person.Email);
        var codes = new OneTimeCodes((await PostAsync("setup")).At("secret"), App.Clock);
        (await TryAsync("enable", new { code = codes.WrongCode() })).ShouldRefuse(HttpStatusCode.Unauthorized, "two_factor_invalid");
        var enabled = await PostAsync("enable", new { code = codes.Code() });

        Members(enabled.Json).ShouldBe(["backupCodes", "session"]);
        TwoFactorJourneys.CodesIn(enabled).Distinct().Count().ShouldBe(10);
        (await App.Client(_person.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        (await App.Client(other.Token).GetAsync("session"))
            .ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended")
            .At("reason")
            .ShouldBe("two_factor_changed");
        var client = App.Client(enabled.At("session.token"));
        (await client.GetAsync("session")).ShouldBe(HttpStatusCode.OK).At("id").ShouldBe(_person.SessionId);
        var state = await client.GetAsync("me/two-factor");
        Members(state.Json).ShouldBe(["enabled", "enabledAt", "backupCodesLeft", "requiredFrom", "resetAt"]);
        state.At("enabledAt").ShouldBe("2026-01-05T09:00:00Z");
        state.Json["backupCodesLeft"]!.GetValue<int>().ShouldBe(10);
        (await App.MailAsync(_person.Email, "Two-factor authentication was turned on")).ShouldNotContain(codes.Code());
        (await client.PostAsync("me/two-factor/setup")).ShouldRefuse(HttpStatusCode.Conflict, "two_factor_already_enabled");
    }

    [Fact]
    public async Task A_browser_gets_its_cookie_anew()
    {
        var codes = new OneTimeCodes((await PostAsync("setup")).At("secret"), App.Clock);
        var answer = await App.Client()
            .PostAsync(
                "me/two-factor/enable",
                new { code = codes.Code() },
                ("Cookie", $"kayse_session={_person.Token}"),
                ("Sec-Fetch-Site", "same-origin")
            );

        answer
            .ShouldBe(HttpStatusCode.OK)
            .Header("Set-Cookie")
            .ShouldNotBeNull()
            .ShouldStartWith($"kayse_session={answer.At("session.token")};");
    }

    [Fact]
    public async Task What_was_not_set_up_can_not_be_turned_on() =>
        (await TryAsync("enable", new { code = "123456" })).ShouldRefuse(HttpStatusCode.Conflict, "two_factor_not_set_up");

    [Fact]
    public async Task Password_and_code_turn_it_off()
    {
        var enrolment = await EnrolAsync();
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        (await TryAsync("disable", new { password = "not mine at all", code = enrolment.App.Code() })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
        (await TryAsync("disable", new { password = Person.Password, code = enrolment.App.WrongCode() })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "two_factor_invalid"
        );
        var token = (await PostAsync("disable", new { password = Person.Password, code = enrolment.App.Code() })).At("session.token");

        (await App.Client(_person.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "unauthenticated");
        (await App.Client(token).GetAsync("me/two-factor")).Json["enabled"]!.GetValue<bool>().ShouldBeFalse();
        await App.SignInAsync(_person.Email);
        await App.MailAsync(_person.Email, "Two-factor authentication was turned off");
        (await App.Client(token).PostAsync("me/two-factor/disable", new { password = Person.Password, code = "123456" })).ShouldRefuse(
            HttpStatusCode.Conflict,
            "two_factor_not_enabled"
        );
    }

    [Fact]
    public async Task Codes_are_taken_as_people_paste_them_wherever_one_is_asked_for()
    {
        var codes = new OneTimeCodes((await PostAsync("setup")).At("secret"), App.Clock);
        var enabled = await PostAsync("enable", new { code = $"\u00A0{codes.Code().Insert(3, "-")}\n" });

        App.Clock.Advance(TimeSpan.FromSeconds(30));
        var steppedUp = await App.Client(enabled.At("session.token"))
            .PostAsync("auth/step-up", new { code = string.Concat(codes.Code().Select(digit => (char)(digit - '0' + '\uFF10'))) });
        var client = App.Client(steppedUp.ShouldBe(HttpStatusCode.OK).At("session.token"));

        var backupCode = TwoFactorJourneys.CodesIn(enabled)[0].ToUpperInvariant().Replace('0', 'O').Replace('1', 'l').Replace('-', ' ');
        var ticket = await App.TicketAsync(_person.Email);
        (await App.Client().PostAsync("auth/two-factor", new { ticket, code = backupCode })).ShouldBe(HttpStatusCode.OK);

        App.Clock.Advance(TimeSpan.FromSeconds(30));
        ticket = await App.TicketAsync(_person.Email);
        (await App.Client().PostAsync("auth/two-factor", new { ticket, code = $"{codes.Code()}\r\n" })).ShouldBe(HttpStatusCode.OK);

        App.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = codes.Code().Insert(3, "\u202F");
        (await client.PostAsync("me/two-factor/disable", new { password = Person.Password, code })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_session_that_they_are_tried_in()
    {
        var enrolment = await EnrolAsync();
        for (var i = 0; i < 10; i++)
        {
            (await TryAsync("disable", new { password = Person.Password, code = enrolment.App.WrongCode() })).ShouldRefuse(
                HttpStatusCode.Unauthorized,
                "two_factor_invalid"
            );
            App.Clock.Advance(TimeSpan.FromMinutes(1));
            await App.Client(_person.Token).GetAsync("session");
        }

        (await TryAsync("disable", new { password = Person.Password, code = enrolment.App.Code() })).ShouldRefuse(
            HttpStatusCode.Locked,
            "account_locked"
        );
    }

    [Fact]
    public async Task New_backup_codes_take_the_place_of_the_old()
    {
        var enrolment = await EnrolAsync();
        var answer = await PostAsync("backup-codes");

        Members(answer.Json).ShouldBe(["backupCodes"]);
        var ticket = await App.TicketAsync(_person.Email);
        (await App.Client().PostAsync("auth/two-factor", new { ticket, code = enrolment.BackupCodes[0] })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "two_factor_invalid"
        );
        (await App.Client().PostAsync("auth/two-factor", new { ticket, code = TwoFactorJourneys.CodesIn(answer)[0] })).ShouldBe(
            HttpStatusCode.OK
        );
        await App.MailAsync(_person.Email, "Your Kayse backup codes were replaced");
    }

    [Fact]
    public async Task Changes_are_limited_per_person()
    {
        await using var app = new KayseApp(
            ("Kayse:RateLimits:Enabled", "true"),
            ("Kayse:RateLimits:TwoFactorChangesPerUser:PermitLimit", "2")
        );
        var (one, other) = (await app.SignUpAsync(), await app.SignUpAsync());
        for (var i = 0; i < 2; i++)
            (await app.Client(one.Token).PostAsync("me/two-factor/enable", new { code = "123456" })).ShouldRefuse(
                HttpStatusCode.Conflict,
                "two_factor_not_set_up"
            );

        (await app.Client(one.Token).PostAsync("me/two-factor/setup")).ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited");
        (await app.Client(other.Token).PostAsync("me/two-factor/setup")).ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<string> Members(JsonObject json) => json.Select(member => member.Key);

    private async Task<Enrolment> EnrolAsync()
    {
        var enrolment = await App.EnrolAsync(_person);
        _person = enrolment.Person;
        return enrolment;
    }

    private Task<ApiAnswer> GetAsync() => App.Client(_person.Token).GetAsync("me/two-factor");

    private async Task<ApiAnswer> PostAsync(string path, object? body = null) => (await TryAsync(path, body)).ShouldBe(HttpStatusCode.OK);

    private Task<ApiAnswer> TryAsync(string path, object? body = null) =>
        App.Client(_person.Token).PostAsync($"me/two-factor/{path}", body);
}
