using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Users;

/// <summary>Addresses are proved by a mail, and only then trusted (CO-1), over HTTP.</summary>
public sealed class VerifyEmailTests(SharedApp shared) : AppTests(shared)
{
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpUnverifiedAsync();

    [Fact]
    public async Task A_code_from_the_mail_opens_inviting()
    {
        var client = App.Client(_owner.Token);
        (await IsVerifiedAsync()).ShouldBeFalse();
        (await InviteAsync(client)).ShouldRefuse(HttpStatusCode.Forbidden, "email_not_verified");
        (
            await client.PostAsync(
                "companies/current/members",
                new
                {
                    fullName = "Cy",
                    email = Journeys.NewEmail(),
                    role = "user",
                    password = Person.Password,
                }
            )
        ).ShouldRefuse(HttpStatusCode.Forbidden, "email_not_verified");
        (await client.PostAsync("auth/verify-email", new { code = "wrong" })).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity,
            "email_code_invalid"
        );

        (await client.PostAsync("auth/verify-email", new { code = await App.MailedCodeAsync(_owner.Email) })).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await IsVerifiedAsync()).ShouldBeTrue();
        (await App.Client().PostAsync("auth/sign-in", new { email = _owner.Email, password = Person.Password })).Json["user"]![
            "emailVerified"
        ]!
            .GetValue<bool>()
            .ShouldBeTrue();
        (await InviteAsync(client)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_link_needs_no_session_and_a_code_does()
    {
        (await App.Client().PostAsync("auth/verify-email", new { code = await App.MailedCodeAsync(_owner.Email) })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "unauthenticated"
        );
        (await App.Client().PostAsync("auth/verify-email", new { })).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        (await App.Client().PostAsync("auth/verify-email", new { token = await App.VerificationTokenAsync(_owner.Email) })).ShouldBe(
            HttpStatusCode.NoContent
        );
        (await IsVerifiedAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Another_code_comes_on_demand_five_mails_an_hour()
    {
        var client = App.Client(_owner.Token);
        var first = await App.MailedCodeAsync(_owner.Email);
        (await client.PostAsync("auth/verify-email/resend")).ShouldBe(HttpStatusCode.NoContent);
        var second = await App.MailedCodeAsync(_owner.Email, otherThan: first);
        (await client.PostAsync("auth/verify-email", new { code = first })).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity,
            "email_code_invalid"
        );
        for (var i = 0; i < 3; i++)
            (await client.PostAsync("auth/verify-email/resend")).ShouldBe(HttpStatusCode.NoContent);

        (await client.PostAsync("auth/verify-email/resend"))
            .ShouldRefuse(HttpStatusCode.TooManyRequests, "rate_limited")
            .Header("Retry-After")
            .ShouldBe("3600");

        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task Whoever_holds_an_invitation_takes_the_address_over_from_who_never_proved_it()
    {
        var firm = await App.SignUpAsync(company: "Real Firm");
        await App.InviteAsync(firm, _owner.Email, "admin");
        var token = await App.MailedTokenAsync(_owner.Email);

        (await App.Client().PostAsync("invitations/lookup", new { token })).Json["accountExists"]!.GetValue<bool>().ShouldBeFalse();
        const string own = "entirely different passphrase";
        var accepted = await App.Client()
            .PostAsync(
                "invitations/accept",
                new
                {
                    token,
                    password = own,
                    fullName = "Vic Tim",
                }
            );

        accepted.ShouldBe(HttpStatusCode.OK).At("activeCompanyId").ShouldBe(firm.CompanyId);
        accepted.At("user.fullName").ShouldBe("Vic Tim");
        (await App.Client(_owner.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
        (await App.Client().PostAsync("auth/sign-in", new { email = _owner.Email, password = Person.Password })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "invalid_credentials"
        );
        (await App.SignInAsync(_owner.Email, own)).CompanyId.ShouldBe(firm.CompanyId);
    }

    [Fact]
    public async Task Sign_up_with_a_taken_address_helps_and_tells_no_more_than_before()
    {
        var answer = await App.Client()
            .PostAsync(
                "companies",
                new
                {
                    companyName = "Nile Law",
                    fullName = "Eve",
                    email = _owner.Email,
                    password = "another passphrase of mine",
                }
            );

        answer
            .ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials")
            .At("detail")
            .ShouldContain("sign in or reset your password");
        answer.Text.ShouldNotContain("wrong", Case.Insensitive);
    }

    [Fact]
    public async Task A_repeated_request_is_answered_again_only_to_who_may_still_make_it()
    {
        await App.VerifyAsync(_owner.Email);
        var admin = await App.JoinAsync(_owner, "admin");
        var body = new
        {
            fullName = "Ben Ito",
            email = Journeys.NewEmail(),
            role = "user",
        };
        (await App.Client(admin.Token).PostAsync("companies/current/invitations", body, ("Idempotency-Key", "once"))).ShouldBe(
            HttpStatusCode.Created
        );
        (await App.Client(admin.Token).PostAsync("companies/current/invitations", body, ("Idempotency-Key", "once"))).ShouldBe(
            HttpStatusCode.Created
        );

        (await App.Client(_owner.Token).PatchAsync($"companies/current/members/{admin.UserId}", new { role = "user" })).ShouldBe(
            HttpStatusCode.OK
        );

        (await App.Client(admin.Token).PostAsync("companies/current/invitations", body, ("Idempotency-Key", "once"))).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "forbidden"
        );
    }

    [Theory]
    [InlineData("write", "user", HttpStatusCode.Created)]
    [InlineData("write", "admin", HttpStatusCode.Forbidden)]
    [InlineData("admin", "admin", HttpStatusCode.Created)]
    [InlineData("admin", "super_admin", HttpStatusCode.Forbidden)]
    public async Task A_key_invites_within_what_it_is_made_for(string permission, string role, HttpStatusCode status)
    {
        await App.VerifyAsync(_owner.Email);
        var key = (
            await App.Client(_owner.Token).PostAsync("me/api-keys", new { name = "Staff sync", permissions = new[] { permission } })
        ).At("key");

        var answer = await App.Client(key)
            .PostAsync(
                "companies/current/invitations",
                new
                {
                    fullName = "Ben Ito",
                    email = Journeys.NewEmail(),
                    role,
                }
            );

        answer.ShouldBe(status);
    }

    [Fact]
    public async Task A_Super_Admin_is_made_only_right_after_a_proof()
    {
        await App.VerifyAsync(_owner.Email);
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        var body = new
        {
            fullName = "Ben Ito",
            email = Journeys.NewEmail(),
            role = "super_admin",
        };

        (await App.Client(_owner.Token).PostAsync("companies/current/invitations", body)).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "step_up_required"
        );

        var token = (await App.Client(_owner.Token).PostAsync("auth/step-up", new { password = Person.Password })).At("session.token");
        (await App.Client(token).PostAsync("companies/current/invitations", body)).ShouldBe(HttpStatusCode.Created);
    }

    private async Task<bool> IsVerifiedAsync() => (await App.Client(_owner.Token).GetAsync("me")).Json["emailVerified"]!.GetValue<bool>();

    private static Task<ApiAnswer> InviteAsync(ApiClient client) =>
        client.PostAsync(
            "companies/current/invitations",
            new
            {
                fullName = "Ben Ito",
                email = Journeys.NewEmail(),
                role = "user",
            }
        );
}
