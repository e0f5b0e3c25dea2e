using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Sessions;

/// <summary>Who is signed in, and how they signed in before, over HTTP.</summary>
public sealed class CompanySessionsTests(SharedApp shared) : AppTests(shared)
{
    private static readonly (string, string) _fromGermany = (KayseApp.RemoteAddressHeader, "217.0.0.1");
    private static readonly (string, string) _firefox = (
        "User-Agent",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    );
    private Person _owner = null!;

    public override async Task InitializeAsync() => _owner = await App.SignUpAsync();

    [Fact]
    public async Task Sessions_say_who_where_from_and_on_what()
    {
        var email = (await App.JoinAsync(_owner)).Email;
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var session = (
            await App.Client().PostAsync("auth/sign-in", new { email, password = Person.Password }, _fromGermany, _firefox)
        ).ShouldBe(HttpStatusCode.OK);

        var found = (await App.Client(_owner.Token).GetAsync($"companies/current/sessions?search={email}&limit=1"))
            .ShouldBe(HttpStatusCode.OK)
            .Json;

        found["total"]!.GetValue<int>().ShouldBe(2);
        var listed = found["items"]![0]!;
        listed["id"]!.GetValue<string>().ShouldBe(session.At("session.id"));
        listed["user"]!.ToJsonString().ShouldBe($$"""{"id":"{{session.At("user.id")}}","fullName":"Ben Ito","email":"{{email}}"}""");
        Texts(listed, "device", "browser", "os", "location", "ipAddress")
            .ShouldBe(["desktop", "Firefox", "Linux", "Germany", "217.0.0.1"]);
        (listed["current"]!.GetValue<bool>(), listed["rememberMe"]!.GetValue<bool>()).ShouldBe((false, false));
        listed["expiresAt"]!.GetValue<DateTimeOffset>().ShouldBe(App.Clock.GetUtcNow().AddMinutes(30));

        var own = (await App.Client(session.At("session.token")).GetAsync("me/sessions")).Json["items"]!
            .AsArray()
            .Single(item => item!["current"]!.GetValue<bool>());
        own!["location"]!.GetValue<string>().ShouldBe("Germany");
    }

    [Fact]
    public async Task Somebody_signed_out_by_an_admin_is_told_so_on_the_next_request()
    {
        var person = await App.JoinAsync(_owner);

        (await App.Client(_owner.Token).DeleteAsync($"companies/current/sessions/{person.SessionId}")).ShouldBe(HttpStatusCode.NoContent);

        var answer = (await App.Client(person.Token).GetAsync("session")).ShouldRefuse(HttpStatusCode.Unauthorized, "session_ended");
        answer.Json["reason"]!.GetValue<string>().ShouldBe("revoked");
        (await App.Client(_owner.Token).DeleteAsync($"companies/current/sessions/{person.SessionId}")).ShouldRefuse(
            HttpStatusCode.NotFound,
            "not_found"
        );
    }

    [Fact]
    public async Task Every_one_of_200_busy_sessions_is_dead_once_its_end_is_answered()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => App.JoinAsync(_owner)));
        var sessions = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => App.SignInAsync(people[number % 4].Email)));
        using var done = new CancellationTokenSource();
        var ended = new bool[sessions.Length];
        var hammering = Enumerable.Range(0, 16).Select(client => Task.Run(() => HammerAsync(client))).ToList();

        var admin = App.Client(_owner.Token);
        for (var number = 0; number < sessions.Length; number += 2)
        {
            (await admin.DeleteAsync($"companies/current/sessions/{sessions[number].SessionId}")).ShouldBe(HttpStatusCode.NoContent);
            Volatile.Write(ref ended[number], true);
        }

        await done.CancelAsync();
        await Task.WhenAll(hammering);
        for (var number = 0; number < sessions.Length; number++)
            (await App.Client(sessions[number].Token).GetAsync("session")).ShouldBe(
                number % 2 == 0 ? HttpStatusCode.Unauthorized : HttpStatusCode.OK
            );
        (await admin.GetAsync("companies/current/sessions?limit=200")).Json["total"]!.GetValue<int>().ShouldBe(100 + people.Length + 1);

        async Task HammerAsync(int client)
        {
            for (var number = client; !done.IsCancellationRequested; number = (number + 7) % sessions.Length)
            {
                var hadEnded = Volatile.Read(ref ended[number]);
                var answer = await App.Client(sessions[number].Token).GetAsync("session");
                if (hadEnded)
                    answer.ShouldBe(HttpStatusCode.Unauthorized);
                else if (number % 2 == 1)
                    answer.ShouldBe(HttpStatusCode.OK);
            }
        }
    }

    [Fact]
    public async Task History_tells_successes_and_failures_and_nothing_of_strangers()
    {
        var email = (await App.JoinAsync(_owner)).Email;
        await SignInAsync(email, "a wrong password");
        await SignInAsync(email, "another wrong password");
        await SignInAsync("stranger@nowhere.example", Person.Password);
        (await SignInAsync(email, Person.Password)).ShouldBe(HttpStatusCode.OK);

        await ShouldBecomeAsync(4, "");
        await ShouldBecomeAsync(3, "?outcome=success");
        var failures = await ShouldBecomeAsync(1, "?outcome=failure");

        var failed = failures[0]!;
        Texts(failed, "outcome", "reason", "location", "ipAddress").ShouldBe(["failure", "wrong_password", "Germany", "217.0.0.1"]);
        failed["count"]!.GetValue<int>().ShouldBe(2);
        failed["user"]!["email"]!.GetValue<string>().ShouldBe(email);
        failed["sessionId"].ShouldBeNull();
        (await App.Client(_owner.Token).GetAsync("companies/current/sign-in-history?outcome=maybe")).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        (await App.Client(_owner.Token).GetAsync("companies/current/sign-in-history?cursor=nonsense")).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
    }

    private Task<ApiAnswer> SignInAsync(string email, string password) =>
        App.Client().PostAsync("auth/sign-in", new { email, password }, _fromGermany);

    // Failures are written behind the answer.
    private async Task<JsonArray> ShouldBecomeAsync(int total, string query)
    {
        var client = App.Client(_owner.Token);
        for (var tries = 0; ; tries++)
        {
            var json = (await client.GetAsync($"companies/current/sign-in-history{query}")).ShouldBe(HttpStatusCode.OK).Json;
            if (json["total"]!.GetValue<int>() == total || tries == 500)
            {
                json["total"]!.GetValue<int>().ShouldBe(total);
                return json["items"]!.AsArray();
            }

            await Task.Delay(10);
        }
    }

    private static IEnumerable<string?> Texts(JsonNode node, params string[] names) =>
        names.Select(name => node[name]?.GetValue<string>());
}
