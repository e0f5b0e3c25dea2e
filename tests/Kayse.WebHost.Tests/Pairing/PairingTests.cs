using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Notifications;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Pairing;

/// <summary>An app that is paired by a code (MOB-1), and what its session is limited to.</summary>
public sealed class PairingTests(PairingTests.Host host) : IClassFixture<PairingTests.Host>
{
    private static readonly string[] _scopes = ["push", "messenger", "cases", "tasks"];

    private KayseApp App => host.App;

    [Fact]
    public async Task An_app_gets_a_session_of_its_own_that_is_limited_and_ends_when_its_person_wants()
    {
        var owner = await App.SignUpAsync();
        var paired = (await PairAsync(await CodeAsync(owner))).ShouldBe(HttpStatusCode.OK);
        ScopesIn(paired.Json["scopes"]).ShouldBe(_scopes);
        var app = App.Client(paired.At("session.token"));

        var session = (await app.GetAsync("session")).ShouldBe(HttpStatusCode.OK);
        session.At("user.id").ShouldBe(owner.UserId);
        ScopesIn(session.Json["scopes"]).ShouldBe(_scopes);
        (await App.Client(owner.Token).GetAsync("session")).Json["scopes"].ShouldBeNull();
        (await IntrospectAsync(paired.At("session.token"))).ShouldContain(
            "\"session_scopes\":[\"push\",\"messenger\",\"cases\",\"tasks\"]"
        );

        (await app.GetAsync("me/push-devices")).ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { "me", "me/sessions", "companies/current/members", "me/api-keys", "me/data-exports/none" })
            (await app.GetAsync(path)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        (await app.GetAsync("me")).ShouldRefuse(HttpStatusCode.Forbidden, "session_out_of_scope");
        (await app.PostAsync("me/pairing-codes")).ShouldRefuse(HttpStatusCode.Forbidden, "session_out_of_scope");
        (await app.PostAsync("auth/step-up", new { password = Person.Password })).ShouldRefuse(
            HttpStatusCode.Forbidden,
            "session_out_of_scope"
        );

        // Its limits stay when its person changes.
        (await App.Client(owner.Token).PatchAsync("me", new { fullName = "Ada Changed" })).ShouldBe(HttpStatusCode.OK);
        session = await app.GetAsync("session");
        session.At("user.fullName").ShouldBe("Ada Changed");
        ScopesIn(session.Json["scopes"]).ShouldBe(_scopes);

        var log = (await App.Client(owner.Token).GetAsync("companies/current/audit-log?action=device.paired")).ShouldBe(
            HttpStatusCode.OK
        );
        log.Json["total"]!.GetValue<int>().ShouldBe(1);
        (await App.Client(owner.Token).DeleteAsync($"me/sessions/{paired.At("session.id")}")).ShouldBe(HttpStatusCode.NoContent);
        (await app.GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
    }

    [Fact]
    public async Task An_app_reads_notifications_and_asks_why_they_came_but_changes_no_settings()
    {
        var owner = await App.SignUpAsync();
        var paired = (await PairAsync(await CodeAsync(owner))).ShouldBe(HttpStatusCode.OK);
        var app = App.Client(paired.At("session.token"));
        var eventId = await App.NotifyAsync(owner, owner, "Hearing moved");

        var list = (await app.GetAsync("me/notifications")).ShouldBe(HttpStatusCode.OK);
        var id = list.Json["items"]![0]!["id"]!.GetValue<string>();
        (await app.GetAsync("me/notifications/unread-count")).Json["unread"]!.GetValue<int>().ShouldBe(1);
        (await app.PostAsync($"me/notifications/{id}/read")).ShouldBe(HttpStatusCode.OK);
        (await app.PostAsync("me/notifications/read-all", new { })).Json["unread"]!.GetValue<int>().ShouldBe(0);
        (await app.GetAsync($"me/notification-settings/explain?eventId={eventId}")).ShouldBe(HttpStatusCode.OK);
        using (var stream = await OpenStream.BegunAsync(App, owner with { Token = paired.At("session.token") }))
            stream.Response.StatusCode.ShouldBe(HttpStatusCode.OK);

        foreach (var path in new[] { "me/notification-settings", "me/subscriptions" })
            (await app.GetAsync(path)).ShouldRefuse(HttpStatusCode.Forbidden, "session_out_of_scope");
        (await app.PostAsync($"me/notifications/{id}/archive")).ShouldRefuse(HttpStatusCode.Forbidden, "session_out_of_scope");
    }

    [Fact]
    public async Task A_code_works_once_and_five_minutes_and_while_its_session_lives()
    {
        var owner = await App.SignUpAsync();
        var used = await CodeAsync(owner);
        (await PairAsync(used.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).ShouldBe(HttpStatusCode.OK);
        var refused = await RefusalAsync(used);

        var signedOut = await App.SignInAsync(owner.Email);
        var ofEnded = await CodeAsync(signedOut);
        (await App.Client(signedOut.Token).PostAsync("auth/sign-out")).ShouldBe(HttpStatusCode.NoContent);
        (await RefusalAsync(ofEnded)).ShouldBe(refused);

        var guessed = await CodeAsync(owner);
        for (var wrong = 0; wrong < 5; wrong++)
            (await RefusalAsync($"{guessed[..5]}{(guessed[5] == '2' ? '3' : '2')}222")).ShouldBe(refused);
        (await RefusalAsync(guessed)).ShouldBe(refused);

        (await RefusalAsync("AAAA-AAAA")).ShouldBe(refused);
        (await RefusalAsync("O0I1-....")).ShouldBe(refused);
        (await RefusalAsync(new string('A', 10_000))).ShouldBe(refused);

        var old = await CodeAsync(owner);
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        (await RefusalAsync(old)).ShouldBe(refused);
    }

    [Fact]
    public async Task Of_many_who_use_a_code_at_once_one_gets_a_session()
    {
        var owner = await App.SignUpAsync();
        var code = await CodeAsync(owner);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PairAsync(code)));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_takes_a_recent_proof_of_who_asks()
    {
        var owner = await App.SignUpAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(15));
        (await App.Client(owner.Token).PostAsync("me/pairing-codes")).ShouldRefuse(HttpStatusCode.Forbidden, "step_up_required");
    }

    private async Task<string> CodeAsync(Person person)
    {
        var answer = (await App.Client(person.Token).PostAsync("me/pairing-codes")).ShouldBe(HttpStatusCode.Created);
        answer.At("code").ShouldMatch("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$");
        answer.At("qrCodeSvg").ShouldStartWith("<svg");
        return answer.At("code");
    }

    private Task<ApiAnswer> PairAsync(string code) => App.Client().PostAsync("auth/pair", new { code });

    private async Task<string> RefusalAsync(string code)
    {
        var answer = await PairAsync(code);
        answer.ShouldRefuse(HttpStatusCode.UnprocessableEntity, "pairing_code_invalid");
        return answer.At("detail");
    }

    private async Task<string> IntrospectAsync(string token)
    {
        using var client = App.Http();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/oauth/introspect");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Host.Client))
        );
        request.Content = new FormUrlEncodedContent([new("token", token)]);
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static IEnumerable<string> ScopesIn(JsonNode? scopes) =>
        scopes.ShouldNotBeNull().AsArray().Select(scope => scope!.GetValue<string>());

    public sealed class Host : IAsyncLifetime
    {
        public const string Client = "crm:a-long-enough-secret-of-the-service-crm";

        public KayseApp App { get; } = new(("Kayse:Introspection:Clients:crm:Secret", Client[4..]));

        public Task InitializeAsync() => Task.CompletedTask;

        public Task DisposeAsync() => App.DisposeAsync().AsTask();
    }
}
