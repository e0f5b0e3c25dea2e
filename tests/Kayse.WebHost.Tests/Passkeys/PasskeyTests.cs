using System.Net;
using System.Text.Json;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Passkeys;

/// <summary>Signing in with a passkey over HTTP (US-7): a person each, on one host.</summary>
[Collection(PasskeyScene.Name)]
public sealed class PasskeyTests(PasskeyScene scene) : IDisposable
{
    private readonly SoftwarePasskey _passkey = new() { Counter = 1 };

    private KayseApp App => scene.App;

    public void Dispose() => _passkey.Dispose();

    [Fact]
    public async Task Signs_in_without_a_password()
    {
        var person = await App.SignUpAsync();
        await App.AddAsync(person, _passkey);

        var options = await App.SignInOptionsAsync();
        options.GetProperty("rpId").GetString().ShouldBe("localhost");
        options.GetProperty("userVerification").GetString().ShouldBe("required");
        options.GetProperty("allowCredentials").GetArrayLength().ShouldBe(0);
        options.GetProperty("timeout").GetInt32().ShouldBe(300_000);
        var answer = await App.Client()
            .PostAsync("auth/passkey", new { response = _passkey.Use(options), rememberMe = true }, ("Sec-Fetch-Site", "same-origin"));

        answer.ShouldBe(HttpStatusCode.OK).At("status").ShouldBe("signed_in");
        answer.Header("Set-Cookie").ShouldNotBeNull().ShouldStartWith($"kayse_session={answer.At("session.token")};");
        var client = App.Client(answer.At("session.token"));
        (await client.GetAsync("session")).ShouldBe(HttpStatusCode.OK).At("user.email").ShouldBe(person.Email);
        (await client.PostAsync("me/two-factor/setup")).ShouldBe(HttpStatusCode.OK);
        var listed = (await client.GetAsync("me/passkeys")).Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        listed["lastUsedAt"].ShouldNotBeNull();
        listed["passwordless"]!.GetValue<bool>().ShouldBeTrue();
        listed["counterFellAt"].ShouldBeNull();
    }

    [Fact]
    public async Task What_it_signs_is_refused_the_second_time_and_after_5_minutes()
    {
        await App.AddAsync(await App.SignUpAsync(), _passkey);
        var response = _passkey.Use(await App.SignInOptionsAsync());
        (await SignInAsync(response)).ShouldBe(HttpStatusCode.OK);
        (await SignInAsync(response)).ShouldRefuse(HttpStatusCode.Unauthorized, "passkey_invalid");

        var late = await App.SignInOptionsAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        (await SignInAsync(_passkey.Use(late))).ShouldRefuse(HttpStatusCode.Unauthorized, "passkey_invalid");
    }

    [Theory]
    [InlineData("origin")]
    [InlineData("site")]
    [InlineData("challenge")]
    [InlineData("another ceremony")]
    [InlineData("another purpose")]
    [InlineData("another person")]
    [InlineData("no user verification")]
    [InlineData("counter")]
    [InlineData("key")]
    public async Task A_hostile_response_signs_nobody_in(string wrong)
    {
        var person = await App.AddAsync(await App.SignUpAsync(), _passkey);
        using var forged = new SoftwarePasskey { Id = _passkey.Id, UserHandle = _passkey.UserHandle };
        var (options, signer) = (await App.SignInOptionsAsync(), wrong == "key" ? forged : _passkey);
        var challenge = options.GetProperty("challenge").GetString()!;
        switch (wrong)
        {
            case "origin":
                signer.Origin = "https://evil.example";
                break;
            case "site":
                signer.Host = "evil.example";
                break;
            case "challenge":
                challenge = "AAAAAAAAAAAAAAAAAAAAAA";
                break;
            case "another ceremony":
                signer.Ceremony = "webauthn.create";
                break;
            case "another purpose":
                challenge = (await App.StepUpOptionsAsync(person.Token)).GetProperty("challenge").GetString()!;
                break;
            case "another person":
                signer.UserHandle = new byte[64];
                break;
            case "no user verification":
                signer.VerifiesUser = false;
                break;
            case "counter":
                signer.Counter = 0;
                break;
        }

        (await SignInAsync(signer.Use(challenge))).ShouldRefuse(HttpStatusCode.Unauthorized, "passkey_invalid");
    }

    [Fact]
    public async Task A_passkey_that_nobody_has_is_told_so()
    {
        _passkey.UserHandle = new byte[64];
        (await App.SignInAsync(_passkey)).ShouldRefuse(HttpStatusCode.Unauthorized, "passkey_unknown");
    }

    [Fact]
    public async Task A_counter_that_falls_on_a_synced_passkey_is_noted_and_locks_nobody_out()
    {
        _passkey.IsSynced = true;
        await App.AddAsync(await App.SignUpAsync(), _passkey);
        _passkey.Counter = 100;
        (await App.SignInAsync(_passkey)).ShouldBe(HttpStatusCode.OK);
        _passkey.Counter = 5;
        var answer = (await App.SignInAsync(_passkey)).ShouldBe(HttpStatusCode.OK);

        var client = App.Client(answer.At("session.token"));
        (await client.GetAsync("me/passkeys")).Json["items"]![0]!["counterFellAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Wrong_passwords_lock_no_passkey_out_and_wrong_signatures_lock_the_passkey()
    {
        var person = await App.SignUpAsync();
        await App.AddAsync(person, _passkey);
        for (var i = 0; i < 10; i++)
        {
            await App.Client()
                .PostAsync("auth/sign-in", new { email = person.Email, password = "wrong" }, (KayseApp.RemoteAddressHeader, "192.0.2.1"));
            App.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        (await App.Client().PostAsync("auth/sign-in", new { email = person.Email, password = Person.Password })).ShouldRefuse(
            HttpStatusCode.Locked,
            "account_locked"
        );
        (await App.SignInAsync(_passkey, "198.51.100.1")).ShouldBe(HttpStatusCode.OK);
        using var forged = new SoftwarePasskey { Id = _passkey.Id, UserHandle = _passkey.UserHandle };
        for (var i = 0; i < 10; i++)
        {
            (await App.SignInAsync(forged, "203.0.113.1")).ShouldRefuse(HttpStatusCode.Unauthorized, "passkey_invalid");
            App.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        (await App.SignInAsync(_passkey, "198.51.100.1")).ShouldRefuse(HttpStatusCode.Locked, "account_locked");
    }

    [Fact]
    public async Task A_deactivated_person_is_refused_as_with_a_password()
    {
        var owner = await App.SignUpAsync();
        var member = await App.AddAsync(await App.JoinAsync(owner), _passkey);
        (await App.Client(owner.Token).PostAsync($"companies/current/members/{member.UserId}/deactivate")).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await App.SignInAsync(_passkey)).ShouldRefuse(HttpStatusCode.Unauthorized, "invalid_credentials");
    }

    [Theory]
    [InlineData("""{"response":{}}""")]
    [InlineData("""{"response":{"id":"!","response":{}}}""")]
    [InlineData("""{"response":{"id":"AAAA","response":{"clientDataJSON":"*","authenticatorData":"AA","signature":"AA"}}}""")]
    public async Task A_malformed_response_is_a_fault_of_the_request(string body) =>
        (await App.Client().PostAsync("auth/passkey", JsonDocument.Parse(body).RootElement)).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );

    private Task<ApiAnswer> SignInAsync(object response) => App.Client().PostAsync("auth/passkey", new { response });
}
