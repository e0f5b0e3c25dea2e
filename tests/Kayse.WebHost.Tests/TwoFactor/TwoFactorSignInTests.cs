using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.TwoFactor;

/// <summary>No way in that takes a password lets somebody with a second factor in without a code.</summary>
public sealed class TwoFactorSignInTests(SharedApp shared) : AppTests(shared)
{
    private Person _person = null!;
    private Enrolment _enrolment = null!;

    public override async Task InitializeAsync()
    {
        _enrolment = await App.EnrolAsync(await App.SignUpAsync());
        _person = _enrolment.Person;
    }

    [Fact]
    public async Task A_password_is_answered_with_a_ticket_and_nothing_else()
    {
        var answer = await App.Client()
            .PostAsync("auth/sign-in", new { email = _person.Email, password = Person.Password }, ("Sec-Fetch-Site", "same-origin"));

        answer.ShouldBe(HttpStatusCode.OK).Json.Select(member => member.Key).ShouldBe(["status", "ticket", "methods"]);
        answer.Json["methods"]!.AsArray().Select(method => method!.GetValue<string>()).ShouldBe(["totp", "backup_code"]);
        answer.Header("Set-Cookie").ShouldBeNull();
        (await App.Client(answer.At("ticket")).GetAsync("session")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_wrong_password_is_answered_as_everywhere() =>
        (await App.Client().PostAsync("auth/sign-in", new { email = _person.Email, password = "not the password" })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );

    [Fact]
    public async Task A_code_completes_the_sign_in()
    {
        var answer = await App.CompleteAsync(await App.TicketAsync(_person.Email), _enrolment.App);

        answer.Json.Select(member => member.Key).ShouldBe(["status", "session", "user", "companies", "activeCompanyId"]);
        answer.At("status").ShouldBe("signed_in");
        (await App.Client(answer.At("session.token")).GetAsync("session"))
            .ShouldBe(HttpStatusCode.OK)
            .At("user.email")
            .ShouldBe(_person.Email);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_browser_gets_its_cookie_then(bool rememberMe)
    {
        var ticket = await App.TicketAsync(_person.Email, rememberMe);
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        var answer = await App.Client()
            .PostAsync("auth/two-factor", new { ticket, code = _enrolment.App.Code() }, ("Sec-Fetch-Site", "same-origin"));

        var cookie = answer.ShouldBe(HttpStatusCode.OK).Header("Set-Cookie").ShouldNotBeNull();
        cookie.ShouldStartWith($"kayse_session={answer.At("session.token")};");
        cookie.Contains("expires=Wed, 04 Feb 2026", StringComparison.Ordinal).ShouldBe(rememberMe, cookie);
    }

    [Fact]
    public async Task A_backup_code_completes_it_too_and_says_how_many_are_left()
    {
        var answer = await App.Client()
            .PostAsync("auth/two-factor", new { ticket = await App.TicketAsync(_person.Email), code = _enrolment.BackupCodes[0] });

        answer.ShouldBe(HttpStatusCode.OK).Json["backupCodesLeft"]!.GetValue<int>().ShouldBe(9);
        (
            await App.Client()
                .PostAsync("auth/two-factor", new { ticket = await App.TicketAsync(_person.Email), code = _enrolment.BackupCodes[0] })
        ).ShouldRefuse(HttpStatusCode.Unauthorized, "two_factor_invalid");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("06axv7m2k4p9r3t8w1y5z0ab.qLUpYHkB1fY0v0Sx3m8cR5nE7wT2aJ9dG4hK6iO1uXs")]
    public async Task What_is_no_ticket_is_refused(string ticket) =>
        (await App.Client().PostAsync("auth/two-factor", new { ticket, code = _enrolment.App.Code() })).ShouldRefuse(
            HttpStatusCode.Gone,
            "two_factor_ticket_expired"
        );

    [Fact]
    public async Task Five_wrong_codes_end_the_ticket()
    {
        var ticket = await App.TicketAsync(_person.Email);
        for (var i = 0; i < 5; i++)
        {
            (await TryAsync(ticket, _enrolment.App.WrongCode())).ShouldRefuse(HttpStatusCode.Unauthorized, "two_factor_invalid");
            App.Clock.Advance(TimeSpan.FromSeconds(50));
        }

        (await TryAsync(ticket, _enrolment.App.Code())).ShouldRefuse(HttpStatusCode.Gone, "two_factor_ticket_expired");
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_also_over_several_tickets()
    {
        for (var i = 0; i < 10; i++)
        {
            (await TryAsync(await App.TicketAsync(_person.Email), _enrolment.App.WrongCode())).ShouldRefuse(
                HttpStatusCode.Unauthorized,
                "two_factor_invalid"
            );
            App.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        (await App.Client().PostAsync("auth/sign-in", new { email = _person.Email, password = Person.Password })).ShouldRefuse(
            HttpStatusCode.Locked,
            "account_locked"
        );
    }

    [Fact]
    public async Task Of_fifty_at_once_with_one_ticket_and_one_code_one_is_signed_in()
    {
        var ticket = await App.TicketAsync(_person.Email);
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => TryAsync(ticket, _enrolment.App.Code())));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.ShouldAllBe(answer => (int)answer.Status < 500);
    }

    [Fact]
    public async Task A_reset_link_does_not_bypass_it()
    {
        var ticket = await App.TicketAsync(_person.Email);
        await App.Client().PostAsync("auth/forgot-password", new { email = _person.Email });
        var token = await App.MailedTokenAsync(_person.Email, "Reset your Kayse password", otherThan: null);
        (await App.Client().PostAsync("auth/reset-password", new { token, newPassword = "a plum tram for the otter" })).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await TryAsync(ticket, _enrolment.App.Code(1))).ShouldRefuse(HttpStatusCode.Gone, "two_factor_ticket_expired");
        var answer = await App.Client().PostAsync("auth/sign-in", new { email = _person.Email, password = "a plum tram for the otter" });
        answer.ShouldBe(HttpStatusCode.OK).At("status").ShouldBe("two_factor_required");
        await App.CompleteAsync(answer.At("ticket"), _enrolment.App);
    }

    [Fact]
    public async Task An_invitation_that_is_accepted_with_the_password_asks_for_a_code()
    {
        var member = await EnrolledMemberAsync();
        var (other, token) = await InvitedAsync(member.Person.Email);
        var accepted = await App.Client()
            .PostAsync("invitations/accept", new { token, password = Person.Password }, ("Sec-Fetch-Site", "same-origin"));

        accepted.ShouldBe(HttpStatusCode.OK).At("status").ShouldBe("two_factor_required");
        accepted.Header("Set-Cookie").ShouldBeNull();
        (await App.CompleteAsync(accepted.At("ticket"), member.App)).At("activeCompanyId").ShouldBe(other.CompanyId);
    }

    [Fact]
    public async Task An_invitation_that_is_accepted_in_a_session_does_not()
    {
        var member = await EnrolledMemberAsync();
        var (other, token) = await InvitedAsync(member.Person.Email);

        var accepted = await App.Client(member.Person.Token).PostAsync("invitations/accept", new { token });
        accepted.ShouldBe(HttpStatusCode.OK).At("activeCompanyId").ShouldBe(other.CompanyId);
    }

    [Fact]
    public async Task Founding_another_company_asks_for_a_code()
    {
        var founded = await App.Client()
            .PostAsync(
                "companies",
                new
                {
                    companyName = "Another Firm",
                    fullName = "Ada Vale",
                    email = _person.Email,
                    password = Person.Password,
                },
                ("Sec-Fetch-Site", "same-origin")
            );

        founded.ShouldBe(HttpStatusCode.Created).Json.Select(member => member.Key).ShouldBe(["company", "user", "ticket", "methods"]);
        founded.Header("Set-Cookie").ShouldBeNull();
        (await App.CompleteAsync(founded.At("ticket"), _enrolment.App)).At("activeCompanyId").ShouldBe(founded.At("company.id"));
    }

    // Who administers another company would be added without an invitation.
    private async Task<Enrolment> EnrolledMemberAsync() => await App.EnrolAsync(await App.JoinAsync(_person));

    private async Task<(Person Owner, string Token)> InvitedAsync(string email)
    {
        var owner = await App.SignUpAsync(company: "A Third Firm");
        var before = await App.MailedTokenAsync(email);
        await App.InviteAsync(owner, email);
        return (owner, await App.MailedTokenAsync(email, otherThan: before));
    }

    private Task<ApiAnswer> TryAsync(string ticket, string code) => App.Client().PostAsync("auth/two-factor", new { ticket, code });
}
