using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Reports;

/// <summary>Reports that are sent by mail (CO-9).</summary>
public sealed class ReportScheduleTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "companies/current/report-schedules";
    private Person _owner = null!;
    private ApiClient _client = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _client = App.Client(_owner.Token);
    }

    [Fact]
    public async Task A_schedule_is_made_read_changed_and_deleted()
    {
        var made = (
            await PostAsync(
                new
                {
                    every = "month",
                    dayOfMonth = 31,
                    hour = 7,
                    format = "pdf",
                    recipients = new[] { _owner.UserId },
                }
            )
        ).ShouldBe(HttpStatusCode.Created);
        made.Json.Select(member => member.Key)
            .ShouldBe(["id", "every", "weekday", "dayOfMonth", "hour", "format", "recipients", "nextAt"]);
        made.At("nextAt").ShouldEndWith("T07:00:00Z");
        var path = made.Header("Location").ShouldNotBeNull();
        (await _client.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(made.Text);

        var changed = (await _client.PatchAsync(path, new { every = "week", weekday = "monday" })).ShouldBe(HttpStatusCode.OK);
        (changed.At("every"), changed.At("weekday"), changed.Json["dayOfMonth"]).ShouldBe(("week", "monday", null));
        changed.Header("ETag").ShouldNotBe(made.Header("ETag"));
        (await _client.GetAsync(Url)).Json["items"]!
            .AsArray()
            .ShouldHaveSingleItem()!
            .ToJsonString()
            .ShouldBe(changed.Json.ToJsonString());
        var stale = await _client.SendAsync(HttpMethod.Delete, path, null, ("If-Match", made.Header("ETag")!));
        stale.ShouldRefuse(HttpStatusCode.PreconditionFailed, "version_conflict");
        (await _client.DeleteAsync(path)).ShouldBe(HttpStatusCode.NoContent);
        (await _client.GetAsync(path)).ShouldRefuse(HttpStatusCode.NotFound, "not_found");

        var log = await _client.GetAsync("companies/current/audit-log?action=report_schedule.updated");
        log.Json["items"]!.AsArray().ShouldHaveSingleItem()!["after"]!["every"]!.GetValue<string>().ShouldBe("week");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var stranger = await App.SignUpAsync();
        var wrong = await PostAsync(
            new
            {
                every = "week",
                dayOfMonth = 1,
                hour = 24,
                format = "csv",
                recipients = new[] { stranger.UserId },
            }
        );

        wrong.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            .AsObject()
            .Select(error => error.Key)
            .ShouldBe(["hour", "weekday", "dayOfMonth", "recipients"], ignoreOrder: true);
        var unknown = await PostAsync(
            new
            {
                every = "year",
                hour = 1,
                format = "xlsx",
                recipients = Array.Empty<string>(),
            }
        );
        unknown.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            .AsObject()
            .Select(error => error.Key)
            .ShouldBe(["every", "format"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_same_request_twice_makes_one_schedule_and_the_21st_is_refused()
    {
        object Body(int hour) =>
            new
            {
                every = "day",
                hour,
                format = "csv",
                recipients = new[] { _owner.UserId },
            };
        var first = await _client.PostAsync(Url, Body(0), ("Idempotency-Key", "once"));
        (await _client.PostAsync(Url, Body(0), ("Idempotency-Key", "once"))).Text.ShouldBe(first.Text);
        for (var i = 1; i < 20; i++)
            (await PostAsync(Body(i))).ShouldBe(HttpStatusCode.Created);

        (await PostAsync(Body(20))).ShouldRefuse(HttpStatusCode.Conflict, "report_schedule_limit_reached");
    }

    private Task<ApiAnswer> PostAsync(object body) => _client.PostAsync(Url, body);
}
