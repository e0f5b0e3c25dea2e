using System.Net;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Passkeys;

/// <summary>Passkeys as a second factor, where one is there or required.</summary>
[Collection(PasskeyScene.Name)]
public sealed class PasskeyPolicyTests(PasskeyScene scene) : IDisposable
{
    private readonly SoftwarePasskey _passkey = new() { Counter = 1 };

    private KayseApp App => scene.App;

    public void Dispose() => _passkey.Dispose();

    [Fact]
    public async Task It_replaces_the_code_of_the_app()
    {
        var enrolment = await App.EnrolAsync(await App.SignUpAsync());
        await App.AddAsync(enrolment.Person, _passkey);
        var begun = await App.Client().PostAsync("auth/sign-in", new { email = enrolment.Person.Email, password = Person.Password });
        begun.Json["methods"]!.AsArray().Select(method => method!.GetValue<string>()).ShouldBe(["totp", "backup_code", "passkey"]);
        var (ticket, other) = (begun.At("ticket"), await App.TicketAsync(enrolment.Person.Email));
        _passkey.VerifiesUser = false;
        var options = await App.SecondFactorOptionsAsync(ticket);
        options.GetProperty("allowCredentials").GetArrayLength().ShouldBe(1);
        options.GetProperty("userVerification").GetString().ShouldBe("preferred");

        var passkey = _passkey.Use(options);
        (await App.Client().PostAsync("auth/two-factor", new { ticket = other, passkey })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "passkey_invalid"
        );
        App.Clock.Advance(TimeSpan.FromSeconds(5));
        var signedIn = await App.Client()
            .PostAsync(
                "auth/two-factor",
                new
                {
                    ticket,
                    passkey,
                    trustDevice = true,
                }
            );

        signedIn.ShouldBe(HttpStatusCode.OK).At("status").ShouldBe("signed_in");
        signedIn.At("deviceToken").ShouldNotBeNull();
        (await App.Client().PostAsync("auth/two-factor", new { ticket, passkey })).ShouldRefuse(
            HttpStatusCode.Gone,
            "two_factor_ticket_expired"
        );
        (await App.Client().PostAsync("auth/two-factor", new { ticket })).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task It_meets_a_company_that_requires_a_second_factor()
    {
        var owner = await App.SignUpAsync();
        var member = await App.JoinAsync(owner);
        await RequireAsync(owner);
        var restricted = await App.Client().PostAsync("auth/sign-in", new { email = member.Email, password = Person.Password });
        restricted.At("restriction").ShouldBe("two_factor_setup");

        member = await App.AddAsync(member with { Token = restricted.At("session.token") }, _passkey);

        (await App.Client(member.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        var alone = (await App.SignInAsync(_passkey)).ShouldBe(HttpStatusCode.OK);
        (await App.Client(alone.At("session.token")).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        var begun = await App.Client().PostAsync("auth/sign-in", new { email = member.Email, password = Person.Password });
        begun.Json["methods"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("passkey");
        var ticket = begun.At("ticket");
        var passkey = _passkey.Use(await App.SecondFactorOptionsAsync(ticket));
        var second = (await App.Client().PostAsync("auth/two-factor", new { ticket, passkey })).ShouldBe(HttpStatusCode.OK);
        (await App.Client(second.At("session.token")).GetAsync("session")).ShouldBe(HttpStatusCode.OK);

        var client = App.Client(second.At("session.token"));
        (await client.PostAsync("auth/step-up", new { password = Person.Password })).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        (await client.DeleteAsync($"me/passkeys/{await IdAsync(client)}")).ShouldRefuse(HttpStatusCode.Conflict, "last_way_in");
    }

    [Fact]
    public async Task A_session_that_began_with_a_password_alone_gets_past_the_requirement_by_a_passkey()
    {
        var owner = await App.SignUpAsync();
        var member = await App.AddAsync(await App.JoinAsync(owner), _passkey);
        var session = await App.SignInAsync(member.Email);
        await RequireAsync(owner);
        var client = App.Client(session.Token);
        (await client.GetAsync("session")).ShouldRefuse(HttpStatusCode.Forbidden, "two_factor_setup_required");
        // That one was proved by a passkey.
        (await App.Client(member.Token).GetAsync("session")).ShouldBe(HttpStatusCode.OK);

        var passkey = _passkey.Use(await App.StepUpOptionsAsync(session.Token));
        var renewed = (await client.PostAsync("auth/step-up", new { passkey })).ShouldBe(HttpStatusCode.OK);
        (await App.Client(renewed.At("session.token")).GetAsync("session")).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> IdAsync(ApiClient client) =>
        (await client.GetAsync("me/passkeys")).Json["items"]![0]!["id"]!.GetValue<string>();

    private async Task RequireAsync(Person owner)
    {
        var policy = new
        {
            twoFactorRequired = true,
            twoFactorGraceDays = 0,
            rememberMeAllowed = true,
            trustedDevicesAllowed = true,
            invitedEmailDomains = Array.Empty<string>(),
        };
        (await App.Client(owner.Token).SendAsync(HttpMethod.Put, "companies/current/security-policy", policy)).ShouldBe(
            HttpStatusCode.OK
        );
    }

    private Task<ApiAnswer> SignInAsync(object response) => App.Client().PostAsync("auth/passkey", new { response });
}
