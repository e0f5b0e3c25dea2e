using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kayse.Testing;
using Kayse.WebHost.Sso;
using Kayse.WebHost.Sso.Oidc;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kayse.WebHost.Tests.Sso.Oidc;

/// <summary>A provider of OpenID Connect that says what a test wants it to say.</summary>
internal sealed class TestProvider : HttpMessageHandler
{
    public const string ClientId = "kayse";
    public const string ClientSecret = "a secret: with % and +";
    public const string RedirectUri = "https://kayse.example/sso/oidc/callback";
    public static readonly SigningKey UsualKey = SigningKey.Rsa("usual");

    private readonly OidcVerification _verification;
    private readonly HttpClient _http;

    public TestProvider(string issuer = "https://login.firm.example")
    {
        Issuer = issuer;
        var endpoints = $"https://{new Uri(issuer).Host}";
        Discovery = new JsonObject
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = $"{endpoints}/authorize",
            ["token_endpoint"] = $"{endpoints}/token",
            ["jwks_uri"] = $"{endpoints}/keys",
            ["userinfo_endpoint"] = $"{endpoints}/userinfo",
        };
        Header = new JsonObject { ["alg"] = "RS256", ["kid"] = UsualKey.Id };
        Claims = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = ClientId,
            ["sub"] = "ada-1",
            ["exp"] = Seconds(TimeSpan.FromMinutes(5)),
            ["iat"] = Seconds(TimeSpan.Zero),
            ["nonce"] = Secrets.Nonce,
            ["email"] = "ada@firm.example",
            ["email_verified"] = true,
            ["name"] = "Ada Vale",
        };
        UserInfo = new JsonObject { ["sub"] = "ada-1" };
        _http = new HttpClient(this, disposeHandler: false);
        Providers = new OidcProviders(_http, Clock);
        _verification = new OidcVerification(Providers, new OidcTokenClient(_http), Clock);
    }

    public TestClock Clock { get; } = new();

    public OidcProviders Providers { get; }

    public string Issuer { get; }

    public OidcSecrets Secrets { get; } = OidcSecrets.NewFor(SsoAttempt.NewId());

    public JsonObject Discovery { get; }

    public JsonObject Header { get; }

    public JsonObject Claims { get; }

    public JsonObject UserInfo { get; }

    /// <summary>With which it signs.</summary>
    public SigningKey Key { get; set; } = UsualKey;

    /// <summary>What it publishes.</summary>
    public List<JsonObject> Keys { get; } = [Clone(UsualKey.Published)];

    /// <summary>The token that it gives, when it isn't made of the claims.</summary>
    public Func<string>? Token { get; set; }

    /// <summary>What it answers at the token endpoint in place of tokens.</summary>
    public (HttpStatusCode Status, string Body)? TokenAnswer { get; set; }

    /// <summary>How a request to a path of it fails; null when it doesn't.</summary>
    public (string Path, Exception Failure)? Fails { get; set; }

    /// <summary>The parameters with which people come back.</summary>
    public Dictionary<string, StringValues> Response { get; } = [];

    /// <summary>When the person must have signed in at the earliest.</summary>
    public DateTimeOffset? SignedInSince { get; set; }

    /// <summary>What it was asked, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The last form that was sent to it, and the header that came with it.</summary>
    public (string Form, string? Authorization) Redeemed { get; private set; }

    public long Seconds(TimeSpan fromNow) => (Clock.GetUtcNow() + fromNow).ToUnixTimeSeconds();

    /// <summary>Has somebody come back from the provider.</summary>
    public Task<OidcVerified> SignInAsync()
    {
        Response.TryAdd("code", "code-1");
        Response.TryAdd("state", Secrets.State);
        return _verification.VerifyAsync(
            new OidcExpectation(Issuer, new OidcClient(ClientId, ClientSecret), RedirectUri, Secrets, "groups", SignedInSince),
            OidcResponse.Read(new QueryCollection(Response)),
            CancellationToken.None
        );
    }

    /// <summary>The check at which a sign-in fails.</summary>
    public async Task<OidcStep> RefusalAsync() => (await Should.ThrowAsync<OidcRefusedException>(SignInAsync())).Step;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        Asked.Add(path);
        if (Fails is { } fails && path == fails.Path)
            throw fails.Failure;
        if (path.EndsWith("/.well-known/openid-configuration", StringComparison.Ordinal))
            return Json(HttpStatusCode.OK, Discovery.ToJsonString());
        if (path == "/token")
        {
            Redeemed = (await request.Content!.ReadAsStringAsync(cancellationToken), request.Headers.Authorization?.ToString());
            return TokenAnswer is { } answer ? Json(answer.Status, answer.Body) : Json(HttpStatusCode.OK, Tokens());
        }

        return path switch
        {
            "/keys" => Json(HttpStatusCode.OK, new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(Clone)]) }.ToJsonString()),
            "/userinfo" => Json(HttpStatusCode.OK, UserInfo.ToJsonString()),
            _ => Json(HttpStatusCode.NotFound, "{}"),
        };
    }

    protected override void Dispose(bool disposing)
    {
        _http.Dispose();
        base.Dispose(disposing);
    }

    private string Tokens() =>
        new JsonObject
        {
            ["id_token"] = Token?.Invoke() ?? Key.Sign(Header.ToJsonString(), Claims.ToJsonString()),
            ["access_token"] = "access-1",
            ["token_type"] = "Bearer",
        }.ToJsonString();

    private static JsonObject Clone(JsonObject json) => (JsonObject)json.DeepClone();

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
