using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Sso;
using Kayse.WebHost.Sso.Oidc;

namespace Kayse.WebHost.Tests.Sso.Oidc;

/// <summary>Answers of providers, and of others in their name, that must not be believed (EN-1).</summary>
public sealed class OidcHostileTests : IDisposable
{
    private static readonly SigningKey _stranger = SigningKey.Rsa("usual");
    private static readonly Dictionary<string, (OidcStep Step, Action<TestProvider> Change)> _cases = new()
    {
        // Who signed it.
        ["signed by somebody else's key of the same id"] = (OidcStep.Signature, it => it.Key = _stranger),
        ["signed by a key that it brings along"] = (
            OidcStep.Signature,
            it => (it.Key, it.Header["kid"], it.Header["jwk"]) = (_stranger, "mine", _stranger.Published.DeepClone())
        ),
        ["signed by a key that it gives the address of"] = (
            OidcStep.Signature,
            it => (it.Key, it.Header["kid"], it.Header["jku"]) = (_stranger, "mine", "https://evil.example/keys")
        ),
        ["not signed"] = (OidcStep.Signature, it => it.Token = () => Unsigned(it, "none")),
        ["not signed, in another spelling"] = (OidcStep.Signature, it => it.Token = () => Unsigned(it, "nOnE")),
        ["with the signature cut off"] = (OidcStep.Signature, it => it.Token = () => $"{Encode(it.Header)}.{Encode(it.Claims)}."),
        ["with an algorithm in small letters"] = (OidcStep.Signature, it => it.Header["alg"] = "rs256"),
        ["without an algorithm"] = (OidcStep.Signature, it => it.Header.Remove("alg")),
        ["with claims changed after signing"] = (OidcStep.Signature, it => it.Token = () => Tampered(it)),
        ["signed with the published key as a shared secret"] = (
            OidcStep.Signature,
            it =>
                (it.Key, it.Header["alg"]) = (
                    SigningKey.Shared("usual", TestProvider.UsualKey.Published["n"]!.GetValue<string>().Select(c => (byte)c).ToArray()),
                    "HS256"
                )
        ),
        ["signed with the client secret"] = (
            OidcStep.Signature,
            it => Share(it, System.Text.Encoding.ASCII.GetBytes(TestProvider.ClientSecret))
        ),
        ["signed with a shared secret that is published"] = (OidcStep.Signature, it => it.Keys.Add(Share(it, new byte[32]).Published)),
        ["signed by a key for encryption"] = (OidcStep.Signature, it => it.Keys[0]["use"] = "enc"),
        ["signed by a key that may not verify"] = (OidcStep.Signature, it => it.Keys[0]["key_ops"] = new JsonArray("encrypt")),
        ["signed by a key for another algorithm"] = (OidcStep.Signature, it => it.Keys[0]["alg"] = "PS256"),
        ["signed by a key that is too short"] = (
            OidcStep.Signature,
            it => it.Keys[0] = (it.Key = SigningKey.Rsa("usual", size: 1_024)).Published
        ),
        ["with an algorithm that isn't the key's"] = (OidcStep.Signature, it => it.Header["alg"] = "ES256"),
        ["with a key whose exponent changes nothing"] = (OidcStep.Signature, it => it.Keys[0]["e"] = "AQ"),
        ["with a key that isn't there"] = (OidcStep.Signature, it => it.Header["kid"] = "other"),
        ["with two keys of the same id"] = (OidcStep.Signature, it => it.Keys.Add(_stranger.Published)),
        ["without a key's id, of several"] = (OidcStep.Signature, WithoutKeyId),
        ["with no keys at all"] = (OidcStep.Signature, it => it.Keys.Clear()),
        ["with an extension that must be understood"] = (OidcStep.Signature, it => it.Header["crit"] = new JsonArray("b64")),
        ["encrypted"] = (OidcStep.Signature, it => it.Token = () => "eyJhbGciOiJkaXIifQ..a.b.c"),
        ["no token"] = (OidcStep.Signature, it => it.Token = () => "welcome"),
        ["without claims"] = (OidcStep.Signature, it => it.Token = () => it.Key.Sign(it.Header.ToJsonString(), "[]")),
        ["with a claim twice"] = (OidcStep.Signature, it => it.Token = () => Twice(it, "\"sub\":\"ben-1\"")),
        ["endless"] = (OidcStep.Signature, it => it.Claims["more"] = new string('a', 70_000)),

        // For whom, from whom, when.
        ["of another issuer"] = (OidcStep.Issuer, it => it.Claims["iss"] = "https://evil.example"),
        ["of the issuer with a slash"] = (OidcStep.Issuer, it => it.Claims["iss"] = it.Issuer + "/"),
        ["of no issuer"] = (OidcStep.Issuer, it => it.Claims.Remove("iss")),
        ["for another client"] = (OidcStep.Audience, it => it.Claims["aud"] = "other"),
        ["for no client"] = (OidcStep.Audience, it => it.Claims.Remove("aud")),
        ["for another client, too"] = (OidcStep.Audience, it => it.Claims["aud"] = new JsonArray("kayse", "other")),
        ["for the client in capital letters"] = (OidcStep.Audience, it => it.Claims["aud"] = "KAYSE"),
        ["issued to another client"] = (OidcStep.Audience, it => it.Claims["azp"] = "other"),
        ["issued to what is no client"] = (OidcStep.Signature, it => it.Claims["azp"] = new JsonArray("kayse")),
        ["that has expired"] = (OidcStep.Validity, it => it.Claims["exp"] = it.Seconds(TimeSpan.FromSeconds(-120))),
        ["that never expires"] = (OidcStep.Validity, it => it.Claims.Remove("exp")),
        ["that doesn't begin yet"] = (OidcStep.Validity, it => it.Claims["nbf"] = it.Seconds(TimeSpan.FromSeconds(121))),
        ["that was issued in the future"] = (OidcStep.Validity, it => it.Claims["iat"] = it.Seconds(TimeSpan.FromSeconds(121))),
        ["that was never issued"] = (OidcStep.Validity, it => it.Claims.Remove("iat")),
        ["of another sign-in"] = (OidcStep.Nonce, it => it.Claims["nonce"] = OidcSecrets.NewFor(SsoAttempt.NewId()).Nonce),
        ["of no sign-in"] = (OidcStep.Nonce, it => it.Claims.Remove("nonce")),
        ["about nobody"] = (OidcStep.Subject, it => it.Claims.Remove("sub")),
        ["about somebody without a name"] = (OidcStep.Subject, it => it.Claims["sub"] = ""),
        ["about a number"] = (OidcStep.Subject, it => it.Claims["sub"] = 7),
        ["about somebody endless"] = (OidcStep.Subject, it => it.Claims["sub"] = new string('a', 256)),
        ["of a session that was there before"] = (OidcStep.Freshness, it => SignInAgain(it, TimeSpan.FromSeconds(-121))),
        ["of a session of tomorrow"] = (OidcStep.Freshness, it => SignInAgain(it, TimeSpan.FromDays(1))),
        ["of a session that isn't said"] = (OidcStep.Freshness, it => SignInAgain(it, null)),

        // How it came.
        ["with another state"] = (OidcStep.Response, it => it.Response["state"] = OidcSecrets.NewFor(SsoAttempt.NewId()).State),
        ["with two states"] = (OidcStep.Response, it => it.Response["state"] = new(["a", it.Secrets.State])),
        ["without a code"] = (OidcStep.Response, it => it.Response["code"] = ""),
        ["with an endless code"] = (OidcStep.Response, it => it.Response["code"] = new string('a', 5_000)),
        ["with an error"] = (OidcStep.Response, it => it.Response["error"] = "access_denied"),
        ["from another issuer"] = (OidcStep.Response, it => it.Response["iss"] = "https://evil.example"),
        ["from two issuers"] = (OidcStep.Response, it => it.Response["iss"] = new([it.Issuer, "https://evil.example"])),
        ["from an issuer who doesn't say so, though it always does"] = (
            OidcStep.Response,
            it => it.Discovery["authorization_response_iss_parameter_supported"] = true
        ),

        // What the provider says of itself.
        ["by a provider that is another one"] = (OidcStep.Issuer, it => it.Discovery["issuer"] = "https://evil.example"),
        ["by a provider without a name"] = (OidcStep.Discovery, it => it.Discovery.Remove("issuer")),
        ["by a provider that takes codes in the clear"] = (
            OidcStep.Discovery,
            it => it.Discovery["token_endpoint"] = "http://login.firm.example/token"
        ),
        ["by a provider whose page is a script"] = (
            OidcStep.Discovery,
            it => it.Discovery["authorization_endpoint"] = "javascript:alert(1)"
        ),
        ["by a provider whose page has a password"] = (
            OidcStep.Discovery,
            it => it.Discovery["authorization_endpoint"] = "https://kayse.example@evil.example/"
        ),
        ["by a provider without keys"] = (OidcStep.Discovery, it => it.Discovery.Remove("jwks_uri")),
        ["by a provider that knows no secrets"] = (
            OidcStep.Discovery,
            it => it.Discovery["token_endpoint_auth_methods_supported"] = new JsonArray("none")
        ),

        // What it says of people.
        ["with an access token of another sign-in"] = (
            OidcStep.Signature,
            it => AskUserInfo(it, "ada-1")["at_hash"] = "AAAAAAAAAAAAAAAAAAAAAA"
        ),
        ["with somebody else's address"] = (OidcStep.Subject, it => AskUserInfo(it, "ben-1")),
    };

    private readonly TestProvider _provider = new();

    public static TheoryData<string> Cases => [.. _cases.Keys];

    public void Dispose() => _provider.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_token_is_refused(string that)
    {
        _cases[that].Change(_provider);

        (await _provider.RefusalAsync()).ShouldBe(_cases[that].Step, that);
    }

    [Theory]
    [InlineData("/.well-known/openid-configuration", (int)OidcStep.Discovery)]
    [InlineData("/token", (int)OidcStep.Code)]
    [InlineData("/keys", (int)OidcStep.Signature)]
    [InlineData("/userinfo", (int)OidcStep.Email)]
    public async Task A_provider_that_fails_midway_is_a_check_that_fails(string path, int step)
    {
        _provider.Claims.Remove("email");
        foreach (var failure in new Exception[] { new HttpRequestException(), new IOException(), new TaskCanceledException() })
        {
            _provider.Fails = (path, failure);
            ((int)await _provider.RefusalAsync()).ShouldBe(step);
        }

        // Nothing of it is remembered.
        _provider.Fails = null;
        await _provider.SignInAsync();
    }

    [Fact]
    public async Task Nothing_of_a_token_is_used_when_a_code_was_never_given()
    {
        _provider.Response["state"] = "another";

        await _provider.RefusalAsync();

        _provider.Asked.ShouldNotContain("/token");
    }

    [Fact]
    public async Task What_others_wrote_is_shown_in_one_short_line()
    {
        _provider.TokenAnswer = (HttpStatusCode.BadRequest, $$"""{"error":"a\nb{{new string('c', 500)}}"}""");

        var refused = await Should.ThrowAsync<OidcRefusedException>(_provider.SignInAsync());

        refused.Message.ShouldStartWith("The provider refused the code: a bccc");
        refused.Message.Length.ShouldBeLessThan(250);
    }

    private static string Encode(JsonObject json) => SigningKey.Encode(json.ToJsonString());

    private static string Unsigned(TestProvider it, string algorithm) =>
        $"{Encode(new JsonObject { ["alg"] = algorithm })}.{Encode(it.Claims)}.";

    private static string Tampered(TestProvider it)
    {
        var parts = it.Key.Sign(it.Header.ToJsonString(), it.Claims.ToJsonString()).Split('.');
        it.Claims["sub"] = "ben-1";
        return $"{parts[0]}.{Encode(it.Claims)}.{parts[2]}";
    }

    private static string Twice(TestProvider it, string claim) =>
        it.Key.Sign(it.Header.ToJsonString(), $"{{{claim},{it.Claims.ToJsonString()[1..]}");

    private static SigningKey Share(TestProvider it, byte[] secret)
    {
        it.Header["alg"] = "HS256";
        return it.Key = SigningKey.Shared("shared", secret);
    }

    private static void WithoutKeyId(TestProvider it)
    {
        it.Header.Remove("kid");
        it.Keys.Add(SigningKey.Rsa("second").Published);
    }

    private static void SignInAgain(TestProvider it, TimeSpan? ago)
    {
        it.SignedInSince = it.Clock.GetUtcNow();
        if (ago is { } time)
            it.Claims["auth_time"] = it.Seconds(time);
    }

    private static JsonObject AskUserInfo(TestProvider it, string subject)
    {
        it.Claims.Remove("email");
        (it.UserInfo["sub"], it.UserInfo["email"]) = (subject, "ada@firm.example");
        return it.Claims;
    }
}
