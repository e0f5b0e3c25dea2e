using Kayse.Testing;
using Kayse.WebHost.Sso;
using Kayse.WebHost.Sso.Oidc;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Kayse.WebHost.Tests.Sso.Oidc;

/// <summary>Sign-ins at a provider of others: npm oidc-provider.</summary>
public sealed class OidcPeerTests : IDisposable
{
    private const string RedirectUri = "https://kayse.example/sso/oidc/callback";
    private static readonly Dictionary<string, object> _accounts = new()
    {
        ["ada"] = new
        {
            email = "ada@firm.example",
            email_verified = true,
            name = "Ada Vale",
            groups = new[] { "Intake" },
        },
    };

    private readonly HttpClient _http = new();
    private readonly PeerVisitor _visitor = new();
    private readonly OidcProviders _providers;
    private readonly OidcVerification _verification;

    public OidcPeerTests()
    {
        _providers = new OidcProviders(_http, TimeProvider.System);
        _verification = new OidcVerification(_providers, new OidcTokenClient(_http), TimeProvider.System);
    }

    public void Dispose()
    {
        _http.Dispose();
        _visitor.Dispose();
    }

    [Fact]
    public async Task A_person_signs_in_signs_in_again_and_the_provider_changes_its_key()
    {
        using var peer = await OidcPeer.StartAsync(RedirectUri, _accounts);

        var person = (await SignInAsync(peer, signedInSince: null)).Person;

        (person.Subject, person.Email, person.EmailVerified, person.FullName).ShouldBe(("ada", "ada@firm.example", true, "Ada Vale"));
        person.Groups.ShouldBe(["Intake"]);
        var now = DateTimeOffset.UtcNow;
        (await SignInAsync(peer, now)).Person.AuthenticatedAt!.Value.ShouldBe(now, TimeSpan.FromSeconds(30));
        await peer.RotateKeysAsync();
        var refused = await Should.ThrowAsync<OidcRefusedException>(SignInAsync(peer, signedInSince: null));
        refused.Step.ShouldBe(OidcStep.Signature);
    }

    [Fact]
    public async Task A_wrong_secret_and_a_person_who_says_no_are_told_apart()
    {
        using var peer = await OidcPeer.StartAsync(RedirectUri, _accounts);

        var wrong = await Should.ThrowAsync<OidcRefusedException>(SignInAsync(peer, signedInSince: null, secret: "another"));
        var refused = await Should.ThrowAsync<OidcRefusedException>(SignInAsync(peer, DateTimeOffset.UtcNow, user: "nobody"));

        (wrong.Step, wrong.Field, refused.Step).ShouldBe((OidcStep.Code, "clientSecret", OidcStep.Response));
    }

    private async Task<OidcVerified> SignInAsync(
        OidcPeer peer,
        DateTimeOffset? signedInSince,
        string secret = OidcPeer.ClientSecret,
        string user = "ada"
    )
    {
        var client = new OidcClient(OidcPeer.ClientId, secret);
        var secrets = OidcSecrets.NewFor(SsoAttempt.NewId());
        var request = new OidcAuthorizationRequest(client.Id, RedirectUri, ["openid", "email", "profile", "groups"], secrets)
        {
            SignsInAgain = signedInSince is not null,
        };
        var metadata = await _providers.FindAsync(peer.Issuer, anew: false, CancellationToken.None);
        var answer = await _visitor.SignInAsync(request.UrlAt(metadata), user);
        answer.GetLeftPart(UriPartial.Path).ShouldBe(RedirectUri);
        var response = OidcResponse.Read(new QueryCollection(QueryHelpers.ParseQuery(answer.Query)));
        return await _verification.VerifyAsync(
            new OidcExpectation(peer.Issuer, client, RedirectUri, secrets, "groups", signedInSince),
            response,
            CancellationToken.None
        );
    }
}
