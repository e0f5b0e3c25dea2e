using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kayse.WebHost.Sso;
using Kayse.WebHost.Sso.Oidc;

namespace Kayse.WebHost.Tests.Sso.Oidc;

/// <summary>What is accepted of providers of OpenID Connect (EN-1), and how they are asked.</summary>
public sealed class OidcSignInTests : IDisposable
{
    private readonly TestProvider _provider = new();

    public void Dispose() => _provider.Dispose();

    [Fact]
    public async Task Somebody_who_comes_back_with_a_code_is_known_by_the_claims_of_the_id_token()
    {
        _provider.Claims["auth_time"] = _provider.Seconds(TimeSpan.FromMinutes(-30));
        _provider.Claims["groups"] = new JsonArray("Intake", "Partners");

        var person = (await _provider.SignInAsync()).Person;

        (person.Subject, person.Email, person.EmailVerified, person.FullName).ShouldBe(("ada-1", "ada@firm.example", true, "Ada Vale"));
        person.AuthenticatedAt.ShouldBe(_provider.Clock.GetUtcNow().AddMinutes(-30));
        person.Groups.ShouldBe(["Intake", "Partners"]);
        _provider.Asked.ShouldBe(["/.well-known/openid-configuration", "/token", "/keys"]);
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    [InlineData("PS384")]
    [InlineData("PS512")]
    [InlineData("ES256")]
    [InlineData("ES384")]
    [InlineData("ES512")]
    public async Task Tokens_may_be_signed_by_these_algorithms(string algorithm)
    {
        _provider.Key = algorithm[0] == 'E' ? SigningKey.Elliptic("other", algorithm) : SigningKey.Rsa("other", algorithm);
        _provider.Keys.Add(_provider.Key.Published);
        (_provider.Header["alg"], _provider.Header["kid"]) = (algorithm, "other");

        (await _provider.SignInAsync()).Person.Subject.ShouldBe("ada-1");
    }

    [Fact]
    public async Task A_code_is_redeemed_with_its_verifier_and_the_secret_in_a_header()
    {
        await _provider.SignInAsync();

        var secret = Encoding.ASCII.GetString(Convert.FromBase64String(_provider.Redeemed.Authorization!["Basic ".Length..]));
        secret.ShouldBe("kayse:a%20secret%3A%20with%20%25%20and%20%2B");
        _provider.Redeemed.Form.ShouldBe(
            "grant_type=authorization_code&code=code-1"
                + $"&redirect_uri={Uri.EscapeDataString(TestProvider.RedirectUri)}&code_verifier={_provider.Secrets.Verifier}"
        );
    }

    [Fact]
    public async Task A_provider_that_wants_the_secret_in_the_body_gets_it_there()
    {
        _provider.Discovery["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt", "client_secret_post");

        await _provider.SignInAsync();

        _provider.Redeemed.Authorization.ShouldBeNull();
        _provider.Redeemed.Form.ShouldEndWith("&client_id=kayse&client_secret=a+secret%3A+with+%25+and+%2B");
    }

    [Fact]
    public async Task What_the_id_token_leaves_out_is_asked_of_the_userinfo_endpoint()
    {
        _provider.Claims.Remove("email");
        _provider.Claims.Remove("email_verified");
        (_provider.UserInfo["email"], _provider.UserInfo["email_verified"]) = ("ada@firm.example", "true");

        var person = (await _provider.SignInAsync()).Person;

        (person.Email, person.EmailVerified).ShouldBe(("ada@firm.example", true));
    }

    [Fact]
    public async Task An_address_is_never_taken_with_another_ones_confirmation()
    {
        _provider.Claims.Remove("email");
        _provider.UserInfo["email"] = "ada@firm.example";

        (await _provider.SignInAsync()).Person.EmailVerified.ShouldBeNull();
    }

    [Theory]
    [InlineData("false")]
    [InlineData("\"false\"")]
    [InlineData("0")]
    [InlineData("[]")]
    [InlineData("\"perhaps\"")]
    public async Task An_address_that_is_not_confirmed_in_any_spelling_is_denied(string verified)
    {
        _provider.Claims["email_verified"] = JsonNode.Parse(verified);

        (await _provider.SignInAsync()).Person.EmailVerified.ShouldBe(false);
    }

    [Fact]
    public async Task A_long_name_is_cut_but_not_within_a_character()
    {
        _provider.Claims["name"] = $"{new string('a', 99)}😀";

        (await _provider.SignInAsync()).Person.FullName.ShouldBe(new string('a', 99));
    }

    [Fact]
    public async Task Skew_of_two_minutes_is_forgiven()
    {
        _provider.Claims["exp"] = _provider.Seconds(TimeSpan.FromSeconds(-119));
        _provider.Claims["nbf"] = _provider.Seconds(TimeSpan.FromSeconds(119));
        _provider.Claims["iat"] = _provider.Seconds(TimeSpan.FromSeconds(119));

        await _provider.SignInAsync();
    }

    [Fact]
    public async Task Keys_that_changed_are_asked_for_again_at_most_every_five_minutes()
    {
        await _provider.SignInAsync();
        var next = SigningKey.Elliptic("next");
        (_provider.Key, _provider.Header["alg"], _provider.Header["kid"]) = (next, "ES256", "next");
        _provider.Keys.Add(next.Published);

        (await _provider.RefusalAsync()).ShouldBe(OidcStep.Signature);
        _provider.Clock.Advance(TimeSpan.FromMinutes(5));
        await Renewed().SignInAsync();
        _provider.Keys.RemoveAt(0);
        _provider.Header["kid"] = "unknown";
        (await _provider.RefusalAsync()).ShouldBe(OidcStep.Signature);

        _provider.Asked.Count(path => path == "/keys").ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_is_forgotten_within_an_hour()
    {
        await _provider.SignInAsync();
        _provider.Keys[0] = SigningKey.Elliptic("next").Published;
        _provider.Clock.Advance(TimeSpan.FromHours(1));

        (await Renewed().RefusalAsync()).ShouldBe(OidcStep.Signature);
    }

    [Fact]
    public async Task A_provider_is_asked_what_it_is_once_an_hour()
    {
        await _provider.SignInAsync();
        await _provider.SignInAsync();
        _provider.Asked.Count(path => path.EndsWith("configuration", StringComparison.Ordinal)).ShouldBe(1);
        _provider.Clock.Advance(TimeSpan.FromHours(1));

        await Renewed().SignInAsync();

        _provider.Asked.Count(path => path.EndsWith("configuration", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Who_must_sign_in_again_has_done_so_after_the_attempt_began()
    {
        _provider.SignedInSince = _provider.Clock.GetUtcNow();
        _provider.Claims["auth_time"] = _provider.Seconds(TimeSpan.FromSeconds(1));

        await _provider.SignInAsync();
    }

    [Fact]
    public async Task People_of_entra_are_known_by_their_directory_and_object()
    {
        const string tenant = "11111111-2222-3333-4444-555555555555";
        using var entra = new TestProvider($"https://login.microsoftonline.com/{tenant}/v2.0");
        (entra.Claims["tid"], entra.Claims["oid"]) = (tenant, "AAAAAAAA-0000-0000-0000-000000000001");
        entra.Claims.Remove("email");
        entra.Claims.Remove("email_verified");
        entra.Claims["preferred_username"] = "ada@firm.example";

        var person = (await entra.SignInAsync()).Person;

        (person.Subject, person.Email).ShouldBe(("aaaaaaaa-0000-0000-0000-000000000001", "ada@firm.example"));
        entra.Asked.ShouldNotContain("/userinfo");
        entra.Claims["xms_edov"] = false;
        (await entra.SignInAsync()).Person.EmailVerified.ShouldBe(false);
        entra.Claims["tid"] = "99999999-2222-3333-4444-555555555555";
        (await entra.RefusalAsync()).ShouldBe(OidcStep.Subject);
        (entra.Claims["tid"], entra.Claims["oid"]) = (tenant, null);
        (await entra.RefusalAsync()).ShouldBe(OidcStep.Subject);
    }

    [Fact]
    public async Task A_personal_google_account_belongs_to_no_company()
    {
        using var google = new TestProvider("https://accounts.google.com");
        (await google.RefusalAsync()).ShouldBe(OidcStep.Subject);
        google.Claims["hd"] = "firm.example";

        (await google.SignInAsync()).Person.Subject.ShouldBe("ada-1");
    }

    [Theory]
    [InlineData("""{"error":"invalid_client"}""", 401, "clientSecret")]
    [InlineData("""{"error":"invalid_grant"}""", 400, "redirectUri")]
    [InlineData("""{"error":"server_error"}""", 500, null)]
    [InlineData("<html>", 502, null)]
    [InlineData("{}", 200, null)]
    [InlineData("""{"id_token":7}""", 200, null)]
    public async Task A_code_that_is_not_redeemed_says_which_field_to_look_at(string body, int status, string? field)
    {
        _provider.TokenAnswer = ((HttpStatusCode)status, body);

        var refused = await Should.ThrowAsync<OidcRefusedException>(_provider.SignInAsync());

        (refused.Step, refused.Field).ShouldBe((OidcStep.Code, field));
    }

    [Fact]
    public void A_person_is_sent_with_a_challenge_and_never_with_the_verifier()
    {
        var metadata = OidcMetadata.Read(_provider.Issuer, Encoding.UTF8.GetBytes(_provider.Discovery.ToJsonString()));
        var request = new OidcAuthorizationRequest("kayse", TestProvider.RedirectUri, ["openid", "email"], _provider.Secrets)
        {
            SignsInAgain = true,
            LoginHint = "ada@firm.example",
        };

        var url = new Uri(request.UrlAt(metadata));

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url.Query);
        url.GetLeftPart(UriPartial.Path).ShouldBe("https://login.firm.example/authorize");
        query["code_challenge"].ToString().ShouldBe(ChallengeOf(_provider.Secrets.Verifier));
        (query["code_challenge_method"].ToString(), query["response_type"].ToString()).ShouldBe(("S256", "code"));
        (query["prompt"].ToString(), query["max_age"].ToString(), query["login_hint"].ToString()).ShouldBe(
            ("login", "0", "ada@firm.example")
        );
        (query["scope"].ToString(), query["state"].ToString()).ShouldBe(("openid email", _provider.Secrets.State));
        url.Query.ShouldNotContain(_provider.Secrets.Verifier);
    }

    private static string ChallengeOf(string verifier) =>
        System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    // A token that is issued now.
    private TestProvider Renewed()
    {
        (_provider.Claims["iat"], _provider.Claims["exp"]) = (
            _provider.Seconds(TimeSpan.Zero),
            _provider.Seconds(TimeSpan.FromMinutes(5))
        );
        return _provider;
    }
}
