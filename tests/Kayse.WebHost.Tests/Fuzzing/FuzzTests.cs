using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace Kayse.WebHost.Tests.Fuzzing;

/// <summary>
/// Odd requests over all routes of the OpenAPI document: each is answered, and none by a fault of the service's.
/// </summary>
public sealed class FuzzTests(SharedApp shared, ITestOutputHelper output) : AppTests(shared)
{
    private const int Requests = 20_000;
    private const int Rounds = 20;
    private const int DefaultSeed = 20260105;

    [Fact]
    public async Task No_request_however_odd_is_answered_by_a_fault()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("KAYSE_FUZZ_SEED"),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : DefaultSeed;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}; another one by KAYSE_FUZZ_SEED."));
        var routes = ApiRoute.In(JsonNode.Parse((await App.Client().GetAsync("/openapi/v1.json")).Text)!.AsObject());
        routes.Count.ShouldBeGreaterThan(50);
        var (owner, admin) = (await App.SignUpAsync(), await App.SignUpAsync(company: "Another Firm"));
        var (faults, statuses) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<HttpStatusCode, int>());
        using var http = App.Http();
        for (var round = 0; round < Rounds; round++)
        {
            // What requests have done to their callers is over with the round.
            owner = await AgainAsync(owner);
            var requests = new OddRequests(routes, await KnownAsync(owner, admin), await CredentialsAsync(owner, admin), seed);
            var numbers = Enumerable.Range(round * (Requests / Rounds), Requests / Rounds);
            await Parallel.ForEachAsync(
                numbers,
                new ParallelOptions { MaxDegreeOfParallelism = 16 },
                async (number, ct) => await SendAsync(http, requests.Make(number), number, faults, statuses, ct)
            );
        }

        output.WriteLine(
            string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{(int)status.Key}: {status.Value}"))
        );
        faults.ShouldBeEmpty();
        App.Logs.Lines.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
        // Some got far, and some were told what is wrong: else nothing was tried.
        foreach (
            var status in new[]
            {
                HttpStatusCode.OK,
                HttpStatusCode.NoContent,
                HttpStatusCode.BadRequest,
                HttpStatusCode.Unauthorized,
                HttpStatusCode.Forbidden,
                HttpStatusCode.NotFound,
            }
        )
            statuses.GetValueOrDefault(status).ShouldBeGreaterThan(Requests / 1000, $"{status}");
    }

    private static async Task SendAsync(
        HttpClient http,
        HttpRequestMessage request,
        int number,
        ConcurrentQueue<string> faults,
        ConcurrentDictionary<HttpStatusCode, int> statuses,
        CancellationToken ct
    )
    {
        using (request)
        {
            try
            {
                using var answer = await http.SendAsync(request, ct);
                var text = await answer.Content.ReadAsStringAsync(ct);
                statuses.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                if ((int)answer.StatusCode >= 500)
                    faults.Enqueue($"{number}: {request.Method} {request.RequestUri} is {(int)answer.StatusCode}: {text}");
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                faults.Enqueue($"{number}: {request.Method} {request.RequestUri} broke off: {exception}");
            }
        }
    }

    // A request may have changed their password, or have had them leave.
    private async Task<Person> AgainAsync(Person person)
    {
        var answer = await App.Client().PostAsync("auth/sign-in", new { email = person.Email, password = Person.Password });
        return
            answer.Status == HttpStatusCode.OK
            && answer.Json["session"] is not null
            && (await App.Client(answer.At("session.token")).GetAsync("me/api-keys")).Status == HttpStatusCode.OK
            ? person with
            {
                Token = answer.At("session.token"),
                SessionId = answer.At("session.id"),
            }
            : await App.SignUpAsync();
    }

    private async Task<IReadOnlyList<string?>> CredentialsAsync(Person owner, Person other)
    {
        other = await AgainAsync(other);
        var user = await App.JoinAsync(owner, "user", "members.read");
        var created = await CreateAsync(owner);
        var keys = new List<string>();
        foreach (var permission in new[] { "read", "write", "admin" })
        {
            // Each key takes a place of the person's fifty.
            var key = await App.Client(other.Token)
                .PostAsync(
                    "me/api-keys",
                    new
                    {
                        name = permission,
                        permissions = new[] { permission },
                        expiresAt = App.Clock.GetUtcNow().AddHours(1),
                    }
                );
            if (key.Status == HttpStatusCode.Created)
                keys.Add(key.At("key"));
        }

        string?[] sessions = [null, owner.Token, owner.Token, owner.Token, user.Token, other.Token, created, "nonsense", "a.b", "Ω"];
        return [.. sessions.Concat(keys).Select(token => token is null ? null : $"Bearer {token}"), "Basic eDp5", "Bearer", ""];
    }

    // Who must change their password first.
    private async Task<string> CreateAsync(Person owner)
    {
        var email = Journeys.NewEmail("created");
        (
            await App.Client(owner.Token)
                .PostAsync(
                    "companies/current/members",
                    new
                    {
                        fullName = "Cleo Adamu",
                        email,
                        role = "admin",
                        password = Person.Password,
                    }
                )
        ).ShouldBe(HttpStatusCode.Created);
        return (await App.Client().PostAsync("auth/sign-in", new { email, password = Person.Password }))
            .ShouldBe(HttpStatusCode.OK)
            .At("session.token");
    }

    private async Task<IReadOnlyList<string>> KnownAsync(Person owner, Person other)
    {
        var invitation = await App.InviteAsync(owner, Journeys.NewEmail("invitee"));
        return
        [
            owner.UserId,
            owner.CompanyId,
            owner.Email,
            owner.SessionId,
            other.UserId,
            other.CompanyId,
            other.Email,
            invitation,
            "current",
        ];
    }
}
