using System.Net;
using System.Text.Json;
using Kayse.Testing;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Passkeys;

/// <summary>Adding, renaming and removing passkeys over HTTP.</summary>
[Collection(PasskeyScene.Name)]
public sealed class MyPasskeysTests(PasskeyScene scene) : IDisposable
{
    private readonly SoftwarePasskey _passkey = new() { Counter = 1 };

    private KayseApp App => scene.App;

    public void Dispose() => _passkey.Dispose();

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

    private static async Task<string> IdAsync(ApiClient client) =>
        (await client.GetAsync("me/passkeys")).Json["items"]![0]!["id"]!.GetValue<string>();

    private Task<ApiAnswer> SignInAsync(object response) => App.Client().PostAsync("auth/passkey", new { response });

    private static JsonElement ElementOf(object value) => JsonSerializer.SerializeToElement(value);
}
