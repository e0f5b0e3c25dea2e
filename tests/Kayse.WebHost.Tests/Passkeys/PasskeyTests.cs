using System.Net;
using System.Text.Json;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Passkeys;

/// <summary>Passkeys over HTTP (US-7): a person each, on one host.</summary>
public sealed class PasskeyTests(PasskeyScene scene) : IClassFixture<PasskeyScene>, IDisposable
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

    [Theory]
    [InlineData("origin")]
    [InlineData("site")]
    [InlineData("challenge")]
    [InlineData("another session")]
    [InlineData("replay")]
    public async Task A_hostile_response_adds_nothing(string wrong)
    {
        var person = await App.SignUpAsync();
        var options = await App.CreationOptionsAsync(person);
        if (wrong == "origin")
            _passkey.Origin = "https://evil.example";
        if (wrong == "site")
            _passkey.Host = "evil.example";
        if (wrong == "challenge")
            options = ElementOf(new { user = new { id = "AAAA" }, challenge = "AAAAAAAAAAAAAAAAAAAAAA" });
        var token = person.Token;
        if (wrong == "another session")
            token = (await App.SignInAsync(person.Email)).Token;
        var response = _passkey.Create(options);
        if (wrong == "replay")
        {
            var added = await App.Client(token).PostAsync("me/passkeys", new { name = "Laptop", response });
            token = added.ShouldBe(HttpStatusCode.Created).At("session.token");
        }

        (await App.Client(token).PostAsync("me/passkeys", new { name = "Laptop", response })).ShouldRefuse(
            HttpStatusCode.UnprocessableEntity,
            "passkey_not_created"
        );
    }

    [Fact]
    public async Task A_passkey_is_in_one_account_only()
    {
        var first = await App.AddAsync(await App.SignUpAsync(), _passkey);
        foreach (var person in new[] { first, await App.SignUpAsync() })
        {
            using var same = new SoftwarePasskey { Id = _passkey.Id };
            var body = new { name = "Laptop", response = same.Create(await App.CreationOptionsAsync(person)) };
            (await App.Client(person.Token).PostAsync("me/passkeys", body)).ShouldRefuse(HttpStatusCode.Conflict, "passkey_taken");
        }

        (await App.SignInAsync(_passkey)).ShouldBe(HttpStatusCode.OK).At("user.email").ShouldBe(first.Email);
    }

    [Fact]
    public async Task Options_know_the_person_by_random_bytes_and_the_passkeys_that_there_are()
    {
        var person = await App.SignUpAsync();
        var before = await App.CreationOptionsAsync(person);
        person = await App.AddAsync(person, _passkey);
        var after = await App.CreationOptionsAsync(person);

        var handle = after.GetProperty("user").GetProperty("id").GetString()!;
        System.Buffers.Text.Base64Url.DecodeFromChars(handle).Length.ShouldBe(64);
        handle.ShouldBe(before.GetProperty("user").GetProperty("id").GetString());
        after.GetProperty("authenticatorSelection").GetProperty("residentKey").GetString().ShouldBe("preferred");
        before.GetProperty("excludeCredentials").GetArrayLength().ShouldBe(0);
        var excluded = after.GetProperty("excludeCredentials").EnumerateArray().ShouldHaveSingleItem();
        System.Buffers.Text.Base64Url.DecodeFromChars(excluded.GetProperty("id").GetString()).ShouldBe(_passkey.Id);
        excluded.GetProperty("transports")[0].GetString().ShouldBe("internal");
    }

    [Fact]
    public async Task It_is_renamed_and_removed_and_its_person_is_told()
    {
        var person = await App.SignUpAsync();
        var elsewhere = await App.SignInAsync(person.Email);
        person = await App.AddAsync(person, _passkey, "Office laptop");
        (await App.MailAsync(person.Email, "Subject: A passkey was added to your Kayse account")).ShouldContain("Office laptop");
        var client = App.Client(person.Token);
        var id = await IdAsync(client);

        (await client.PatchAsync($"me/passkeys/{id}", new { name = "Home" })).ShouldBe(HttpStatusCode.OK).At("name").ShouldBe("Home");
        (await client.PatchAsync($"me/passkeys/{id}", new { name = " " })).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        var removed = (await client.DeleteAsync($"me/passkeys/{id}")).ShouldBe(HttpStatusCode.OK);

        (await App.MailAsync(person.Email, "Subject: A passkey was removed from your Kayse account")).ShouldContain("Home");
        (await App.Client(elsewhere.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
        (await App.Client(removed.At("session.token")).GetAsync("me/passkeys")).Json["items"]!.AsArray().ShouldBeEmpty();
        (await App.SignInAsync(_passkey)).ShouldRefuse(HttpStatusCode.Unauthorized, "passkey_unknown");
        var audited = (await App.Client(removed.At("session.token")).GetAsync("companies/current/audit-log")).Json["items"]!.AsArray();
        audited
            .Select(entry => entry!["action"]!.GetValue<string>())
            .Take(2)
            .ShouldBe(["member.passkey_removed", "member.passkey_added"]);
    }

    [Fact]
    public async Task Adding_and_removing_take_a_recent_proof_which_a_passkey_gives()
    {
        var person = await App.AddAsync(await App.SignUpAsync(), _passkey);
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        var client = App.Client(person.Token);
        var id = await IdAsync(client);
        (await client.PostAsync("me/passkeys/options")).ShouldRefuse(HttpStatusCode.Forbidden, "step_up_required");
        (await client.DeleteAsync($"me/passkeys/{id}")).ShouldRefuse(HttpStatusCode.Forbidden, "step_up_required");

        _passkey.VerifiesUser = false;
        var unverified = _passkey.Use(await App.StepUpOptionsAsync(person.Token));
        (await client.PostAsync("auth/step-up", new { passkey = unverified })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "passkey_invalid"
        );
        _passkey.VerifiesUser = true;
        App.Clock.Advance(TimeSpan.FromSeconds(5));
        var other = await App.SignInAsync(person.Email);
        var elsewhere = _passkey.Use(await App.StepUpOptionsAsync(other.Token));
        (await client.PostAsync("auth/step-up", new { passkey = elsewhere })).ShouldRefuse(
            HttpStatusCode.Unauthorized,
            "passkey_invalid"
        );
        App.Clock.Advance(TimeSpan.FromSeconds(5));
        var passkey = _passkey.Use(await App.StepUpOptionsAsync(person.Token));
        var renewed = (await client.PostAsync("auth/step-up", new { passkey })).ShouldBe(HttpStatusCode.OK);

        (await App.Client(renewed.At("session.token")).DeleteAsync($"me/passkeys/{id}")).ShouldBe(HttpStatusCode.OK);
    }

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

    [Fact]
    public async Task A_password_reset_leaves_it_and_says_so()
    {
        var person = await App.SignUpAsync();
        await App.AddAsync(person, _passkey, "Office laptop");
        await App.Client().PostAsync("auth/forgot-password", new { email = person.Email });
        var token = await App.MailedTokenAsync(person.Email, "Reset your Kayse password", otherThan: null);
        (await App.Client().PostAsync("auth/reset-password", new { token, newPassword = "a plum tram for the otter" })).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await App.MailAsync(person.Email, "Subject: Your Kayse password was changed")).ShouldContain("Office laptop");
        (await App.SignInAsync(_passkey)).ShouldBe(HttpStatusCode.OK);
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

    private static JsonElement ElementOf(object value) => JsonSerializer.SerializeToElement(value);
}

/// <summary>The host that these tests share.</summary>
public sealed class PasskeyScene : IAsyncDisposable, IDisposable
{
    public KayseApp App { get; } = new();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public void Dispose() => App.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
