using System.Net;
using System.Net.Http.Json;
using Kayse.Client.Tests.Support;

namespace Kayse.Client.Tests.Authentication;

/// <summary>Whom a service lets in, and what it tells the others.</summary>
public sealed class AuthenticationTests
{
    private readonly StubKayse _kayse = new();

    [Fact]
    public async Task A_session_becomes_claims()
    {
        await using var app = await ProtectedApp.StartAsync(_kayse);

        var claims = await (await app.GetAsync("/claims")).Content.ReadFromJsonAsync<string[]>();

        claims.ShouldBe(
            [
                "sid=s1",
                "sub=u1",
                "name=Ada Vale",
                "email=ada@firm.example",
                "company_id=c1",
                "company_name=Vale Law",
                "role=user",
                "permission=crm.access",
                "case_access=assigned",
                "case_type=car crash",
                "agent_access=all",
            ],
            ignoreOrder: true
        );
        _kayse.Requests.Single().ShouldBe(new RecordedRequest(HttpMethod.Get, "/api/v1/session", "Bearer s1.secret", null, null));
    }

    [Fact]
    public async Task Kayse_is_asked_on_every_request()
    {
        await using var app = await ProtectedApp.StartAsync(_kayse);
        (await app.GetAsync("/crm")).StatusCode.ShouldBe(HttpStatusCode.OK);

        _kayse.Then(HttpStatusCode.Unauthorized, "session_ended", "revoked");
        var refused = await app.GetAsync("/crm");

        (await refused.ShouldRefuseAsync(HttpStatusCode.Unauthorized, "session_ended"))["reason"]!.GetValue<string>().ShouldBe("revoked");
        refused.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
    }

    [Fact]
    public async Task The_session_of_a_paired_app_is_refused_unless_its_scopes_are_accepted()
    {
        _kayse.Always(_ => StubKayse.Session(scopes: "\"scopes\":[\"push\",\"cases\"],"));
        await using var app = await ProtectedApp.StartAsync(_kayse);
        await (await app.GetAsync("/crm")).ShouldRefuseAsync(HttpStatusCode.Forbidden, "session_out_of_scope");
        await using var messenger = await ProtectedApp.StartAsync(_kayse, options => options.AcceptedScopes.Add("messenger"));
        await (await messenger.GetAsync("/crm")).ShouldRefuseAsync(HttpStatusCode.Forbidden, "session_out_of_scope");
        await using var cases = await ProtectedApp.StartAsync(_kayse, options => options.AcceptedScopes.Add("cases"));
        (await cases.GetAsync("/crm")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_token_a_caller_is_asked_for_one()
    {
        await using var app = await ProtectedApp.StartAsync(_kayse);

        var refused = await app.GetAsync("/crm", token: null);

        await refused.ShouldRefuseAsync(HttpStatusCode.Unauthorized, "unauthenticated");
        refused.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        _kayse.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_permission_a_caller_is_refused()
    {
        await using var app = await ProtectedApp.StartAsync(_kayse);

        var refused = await app.GetAsync("/billing");

        await refused.ShouldRefuseAsync(HttpStatusCode.Forbidden, "forbidden");
        refused.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"insufficient_scope\"");
    }

    [Theory]
    [InlineData("eyJhbGciOi.eyJzdWIiOi.signature")]
    [InlineData("no-dot-at-all")]
    [InlineData("two words.x")]
    public async Task What_is_no_token_of_Kayse_is_not_sent_there(string token)
    {
        await using var app = await ProtectedApp.StartAsync(_kayse);

        await (await app.GetAsync("/crm", token)).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "unauthenticated");

        _kayse.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_gets_in_while_Kayse_cannot_be_asked()
    {
        _kayse.AlwaysFails();
        await using var app = await ProtectedApp.StartAsync(_kayse);

        var refused = await app.GetAsync("/crm");

        await refused.ShouldRefuseAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await (await app.GetAsync("/anonymous")).Content.ReadAsStringAsync()).ShouldBe("false");
    }

    [Fact]
    public async Task Who_must_do_something_first_is_told_what()
    {
        _kayse.Then(HttpStatusCode.Forbidden, "password_change_required");
        await using var app = await ProtectedApp.StartAsync(_kayse);

        await (await app.GetAsync("/crm")).ShouldRefuseAsync(HttpStatusCode.Forbidden, "password_change_required");
    }

    [Fact]
    public async Task A_key_over_its_rate_is_told_when_to_come_back()
    {
        _kayse.Then(HttpStatusCode.TooManyRequests, "rate_limited", retryAfter: 42);
        await using var app = await ProtectedApp.StartAsync(_kayse);

        var refused = await app.GetAsync("/crm");

        await refused.ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "rate_limited");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(42));
    }

    [Fact]
    public async Task The_token_is_kept_for_the_request_only_where_it_is_wanted()
    {
        await using var app = await ProtectedApp.StartAsync(_kayse);
        await using var saving = await ProtectedApp.StartAsync(_kayse, options => options.SaveToken = true);

        (await (await app.GetAsync("/token")).Content.ReadAsStringAsync()).ShouldBe("none");
        (await (await saving.GetAsync("/token")).Content.ReadAsStringAsync()).ShouldBe(ProtectedApp.Token);
    }
}
