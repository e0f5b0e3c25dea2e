using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessReviews;

/// <summary>Who has which access is reviewed, decided, and reported (CO-15).</summary>
public sealed class AccessReviewHttpTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "companies/current/access-reviews";
    private Person _owner = null!;
    private Person _ben = null!;
    private ApiClient _admin = null!;
    private string _review = "";

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _admin = App.Client(_owner.Token);
        _ben = await App.JoinAsync(_owner, "admin");
        _review = (await _admin.PostAsync(Url, new { name = "Autumn" })).ShouldBe(HttpStatusCode.Created).At("id");
    }

    [Fact]
    public async Task Decisions_are_carried_out_and_reported()
    {
        var (cleo, dan) = (await App.JoinAsync(_owner, "user", "crm.access"), await App.JoinAsync(_owner));
        await CloseAsync();
        _review = (await _admin.PostAsync(Url, new { name = "=Winter" })).At("id");

        var reduced = await DecideAsync(
            _ben,
            new
            {
                decision = "reduce",
                changes = new { role = "user" },
                note = "=Moved, as agreed",
            }
        );
        await DecideAsync(cleo, new { decision = "keep" });
        await DecideAsync(dan, new { decision = "remove" });

        (reduced.At("state"), reduced.At("access.role"), reduced.At("decision.accessAfter.role")).ShouldBe(("reduced", "admin", "user"));
        (await _admin.GetAsync($"companies/current/members/{_ben.UserId}")).At("role").ShouldBe("user");
        (await _admin.GetAsync($"companies/current/members/{dan.UserId}")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
        (await _admin.GetAsync($"{Url}/{_review}/report")).ShouldRefuse(HttpStatusCode.Conflict, "access_review_open");
        (await _admin.PostAsync($"{Url}/{_review}/close")).ShouldRefuse(HttpStatusCode.Conflict, "access_review_unfinished");
        var closed = await CloseAsync();
        closed.Json["counts"]!.ToJsonString().ShouldBe("""{"undecided":1,"kept":1,"reduced":1,"removed":1,"left":0,"total":4}""");
        (await CloseAsync()).Text.ShouldBe(closed.Text);

        var csv = (await _admin.GetAsync($"{Url}/{_review}/report")).ShouldBe(HttpStatusCode.OK);
        csv.Header("Content-Disposition")!.ShouldContain("access-review-2026-");
        var lines = csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(5);
        lines.Single(line => line.StartsWith(_ben.UserId, StringComparison.Ordinal)).ShouldContain(",admin,");
        lines.Single(line => line.StartsWith(_ben.UserId, StringComparison.Ordinal)).ShouldContain("\"'=Moved, as agreed\",user,");
        lines.Single(line => line.StartsWith(_owner.UserId, StringComparison.Ordinal)).ShouldContain("undecided");
        var pdf = (await _admin.GetAsync($"{Url}/{_review}/report?format=pdf")).ShouldBe(HttpStatusCode.OK);
        (pdf.Header("Content-Type"), pdf.Text[..5]).ShouldBe(("application/pdf", "%PDF-"));
        (await ActionsAsync()).ShouldBe([
            "access_review.started",
            "access_review.closed",
            "access_review.started",
            "access_review.closed",
        ]);
    }

    [Fact]
    public async Task One_review_is_open_at_a_time_and_starting_it_may_be_repeated()
    {
        (await _admin.PostAsync(Url, new { })).ShouldRefuse(HttpStatusCode.Conflict, "access_review_open");
        await CloseAsync();
        var started = await _admin.PostAsync(Url, new { }, ("Idempotency-Key", "one"));

        (await _admin.PostAsync(Url, new { }, ("Idempotency-Key", "one"))).At("id").ShouldBe(started.At("id"));
        (await _admin.GetAsync(Url)).Json["items"]!
            .AsArray()
            .Select(review => review!["status"]!.GetValue<string>())
            .ShouldBe(["open", "closed"]);
        started.At("name").ShouldStartWith("Q");
    }

    [Fact]
    public async Task Nobody_decides_about_themselves_or_above_them_or_by_a_key()
    {
        var ben = App.Client(_ben.Token);
        var key = (await ben.PostAsync("me/api-keys", new { name = "Key", permissions = new[] { "admin" } })).At("key");

        (await DecideAsync(ben, _ben, new { decision = "keep" })).ShouldRefuse(HttpStatusCode.Conflict, "own_role");
        (await DecideAsync(ben, _owner, new { decision = "keep" })).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        (await DecideAsync(App.Client(key), _owner, new { decision = "keep" })).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        (await App.Client(key).GetAsync($"{Url}/{_review}/members")).ShouldBe(HttpStatusCode.OK).Json["total"]!
            .GetValue<int>()
            .ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"decision":"reduce"}""", "changes")]
    [InlineData("""{"decision":"reduce","changes":{}}""", "changes")]
    [InlineData("""{"decision":"reduce","changes":{"role":"super_admin"}}""", "changes")]
    [InlineData("""{"decision":"reduce","changes":{"role":"user","permissions":["billing.read"]}}""", "changes")]
    [InlineData("""{"decision":"reduce","changes":{"role":null}}""", "changes.role")]
    [InlineData("""{"decision":"keep","changes":{"role":"user"}}""", "changes")]
    [InlineData("""{"decision":"keep","note":"\u0007"}""", "note")]
    [InlineData("""{"decision":"promote"}""", "decision")]
    [InlineData("""{}""", "decision")]
    public async Task What_is_no_decision_is_refused(string body, string field)
    {
        (await DecideAsync(_admin, _ben, JsonNode.Parse(body)!)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json[
            "errors"
        ]!
            .AsObject()
            .Select(error => error.Key)
            .ShouldContain(field);
        (await _admin.GetAsync($"companies/current/members/{_ben.UserId}")).At("role").ShouldBe("admin");
    }

    [Fact]
    public async Task An_access_that_has_changed_is_looked_at_again()
    {
        (await _admin.PatchAsync($"companies/current/members/{_ben.UserId}", new { role = "user" })).ShouldBe(HttpStatusCode.OK);

        (await DecideAsync(_admin, _ben, new { decision = "keep" })).ShouldRefuse(HttpStatusCode.PreconditionFailed, "version_conflict");

        var shown = await _admin.GetAsync($"{Url}/{_review}/members/{_ben.UserId}");
        (shown.At("access.role"), shown.At("state")).ShouldBe(("user", "undecided"));
        await DecideAsync(_ben, new { decision = "keep" });
        var stale = await _admin.SendAsync(HttpMethod.Put, DecisionOf(_ben), new { decision = "remove" }, ("If-Match", "\"1\""));
        stale.ShouldRefuse(HttpStatusCode.PreconditionFailed, "version_conflict");
    }

    [Fact]
    public async Task What_was_carried_out_or_closed_is_not_decided_again()
    {
        await DecideAsync(_ben, new { decision = "reduce", changes = new { role = "user" } });
        (await DecideAsync(_admin, _ben, new { decision = "keep" })).ShouldRefuse(HttpStatusCode.Conflict, "access_review_decided");
        await DecideAsync(_ben, new { decision = "remove" });
        (await DecideAsync(_admin, _ben, new { decision = "remove" })).ShouldRefuse(HttpStatusCode.Conflict, "access_review_decided");
        await CloseAsync();
        (await DecideAsync(_admin, _owner, new { decision = "keep" })).ShouldRefuse(HttpStatusCode.Conflict, "access_review_closed");
        (await DecideAsync(_admin, new Person("", "none", "", "", ""), new { decision = "keep" })).ShouldRefuse(
            HttpStatusCode.NotFound,
            "not_found"
        );
    }

    [Fact]
    public async Task Reviews_of_other_companies_are_not_there()
    {
        var other = App.Client((await App.SignUpAsync()).Token);
        foreach (var path in new[] { "", "/members", $"/members/{_ben.UserId}", "/report" })
        {
            (await other.GetAsync($"{Url}/{_review}{path}")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
            (await other.GetAsync($"companies/{_owner.CompanyId}/access-reviews/{_review}{path}")).ShouldRefuse(
                HttpStatusCode.NotFound,
                "not_found"
            );
        }
    }

    [Fact]
    public async Task A_reminder_is_chosen()
    {
        const string Reminder = "companies/current/access-review-reminder";
        (await _admin.GetAsync(Reminder)).Text.ShouldBe("""{"quarterly":false,"nextAt":null}""");
        var on = await _admin.SendAsync(HttpMethod.Put, Reminder, new { quarterly = true });
        on.At("nextAt").ShouldEndWith("-01T09:00:00Z");
        (await _admin.GetAsync(Reminder)).Text.ShouldBe(on.Text);
        (await _admin.SendAsync(HttpMethod.Put, Reminder, new { })).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
    }

    private string DecisionOf(Person person) => $"{Url}/{_review}/members/{person.UserId}/decision";

    private async Task<ApiAnswer> DecideAsync(Person person, object decision) =>
        (await DecideAsync(_admin, person, decision)).ShouldBe(HttpStatusCode.OK);

    private Task<ApiAnswer> DecideAsync(ApiClient client, Person person, object decision) =>
        client.SendAsync(HttpMethod.Put, DecisionOf(person), decision);

    private async Task<ApiAnswer> CloseAsync() =>
        (await _admin.PostAsync($"{Url}/{_review}/close?confirm=true")).ShouldBe(HttpStatusCode.OK);

    private async Task<IEnumerable<string>> ActionsAsync() =>
        (await _admin.GetAsync("companies/current/audit-log?limit=200")).Json["items"]!
            .AsArray()
            .Select(entry => entry!["action"]!.GetValue<string>())
            .Where(action => action.StartsWith("access_review", StringComparison.Ordinal))
            .Reverse();
}
