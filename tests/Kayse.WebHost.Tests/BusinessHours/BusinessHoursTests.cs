using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.BusinessHours;

/// <summary>When a company is open (CO-4).</summary>
public sealed class BusinessHoursTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "companies/current/business-hours";
    private Person _owner = null!;
    private ApiClient _admin = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _admin = App.Client(_owner.Token);
    }

    [Fact]
    public async Task Hours_are_replaced_as_a_whole_and_read_by_every_member()
    {
        (await _admin.GetAsync(Url))
            .ShouldBe(HttpStatusCode.OK)
            .Json.ToJsonString()
            .ShouldBe("""{"timeZone":null,"weekly":null,"exceptions":[]}""");

        var put = (await PutAsync()).ShouldBe(HttpStatusCode.OK);

        put.Json["weekly"]!["mon"]!.ToJsonString().ShouldBe("""[{"open":"09:00","close":"12:00"},{"open":"22:00","close":"02:00"}]""");
        put.Json["weekly"]!["sun"]!.AsArray().ShouldBeEmpty();
        put.Json["exceptions"]!
            .ToJsonString()
            .ShouldBe("""[{"date":"2026-12-24","name":"Eve","closed":false,"intervals":[{"open":"09:00","close":"24:00"}]}]""");
        var read = await App.Client((await App.JoinAsync(_owner)).Token).GetAsync(Url);
        read.ShouldBe(HttpStatusCode.OK).Text.ShouldBe(put.Text);
        read.Header("ETag").ShouldBe(put.Header("ETag").ShouldNotBeNull());
        var log = await _admin.GetAsync("companies/current/audit-log?action=business_hours.updated");
        log.Json["items"]!.AsArray().ShouldHaveSingleItem()!["after"]!["weekly.mon"]!
            .GetValue<string>()
            .ShouldBe("09:00–12:00, 22:00–02:00");
    }

    [Fact]
    public async Task Hours_that_somebody_else_has_replaced_are_a_conflict()
    {
        var tag = (await PutAsync()).Header("ETag")!;
        await PutAsync(zone: "Europe/London");

        (await _admin.SendAsync(HttpMethod.Put, Url, Body("Asia/Tokyo"), ("If-Match", tag))).ShouldRefuse(
            HttpStatusCode.PreconditionFailed,
            "version_conflict"
        );
    }

    [Theory]
    [InlineData("""{"mon":[{"open":"9","close":"17:00"}]}""", "weekly.mon")]
    [InlineData("""{"mon":[{"open":"09:00","close":"25:00"}]}""", "weekly.mon")]
    [InlineData("""{"mon":[{"open":"09:00","close":"12:60"}]}""", "weekly.mon")]
    [InlineData("""{"tue":[{"open":"09:00","close":"12:00"},{"open":"11:00","close":"13:00"}]}""", "weekly.tue")]
    public async Task Times_that_are_none_are_refused_at_their_day(string weekly, string field)
    {
        var body = new
        {
            timeZone = "Europe/Berlin",
            weekly = JsonNode.Parse(weekly),
            exceptions = Array.Empty<object>(),
        };

        var refused = await _admin.SendAsync(HttpMethod.Put, Url, body);

        refused.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            .AsObject()
            .ShouldHaveSingleItem()
            .Key.ShouldBe(field);
    }

    [Fact]
    public async Task A_closed_day_has_no_intervals()
    {
        var exception = new
        {
            date = "2026-12-25",
            name = "Christmas",
            closed = true,
            intervals = new[] { new { open = "09:00", close = "10:00" } },
        };
        var body = new
        {
            timeZone = "Europe/Berlin",
            weekly = new { },
            exceptions = new[] { exception },
        };

        (await _admin.SendAsync(HttpMethod.Put, Url, body)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            ["exceptions[0].closed"]
            .ShouldNotBeNull();
    }

    [Fact]
    public async Task The_status_says_whether_it_is_open_and_when_that_changes()
    {
        var unset = await StatusAsync("2026-01-05T12:00:00Z");
        (unset["open"]!.GetValue<bool>(), unset["reason"]!.GetValue<string>(), unset["until"]).ShouldBe((true, "not_set", null));
        await PutAsync();

        var night = await StatusAsync("2026-01-05T23:30:00%2B01:00");
        (night["open"]!.GetValue<bool>(), night["afterHours"]!.GetValue<bool>()).ShouldBe((true, false));
        (night["since"]!.GetValue<string>(), night["until"]!.GetValue<string>()).ShouldBe(
            ("2026-01-05T21:00:00Z", "2026-01-06T01:00:00Z")
        );
        night["nextOpen"]!.GetValue<string>().ShouldBe("2026-01-12T08:00:00Z");
        night["nextClose"]!.GetValue<string>().ShouldBe("2026-01-06T01:00:00Z");
        night["reason"]!.GetValue<string>().ShouldBe("weekly");
        (await StatusAsync("2026-12-24T12:00:00Z"))["exceptionName"]!.GetValue<string>().ShouldBe("Eve");
        (await _admin.GetAsync($"{Url}/status?at=soon")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        (await _admin.GetAsync($"{Url}/status?at=1999-12-31T23:59:59Z")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task Federal_holidays_are_added_on_the_days_on_which_they_are_observed()
    {
        (await _admin.PostAsync($"{Url}/federal-holidays", new { year = 2027 })).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        await PutAsync();

        var added = (await _admin.PostAsync($"{Url}/federal-holidays", new { year = 2027 })).ShouldBe(HttpStatusCode.OK);
        var again = (await _admin.PostAsync($"{Url}/federal-holidays", new { year = 2027 })).ShouldBe(HttpStatusCode.OK);

        var days = added.Json["exceptions"]!.AsArray().Select(day => $"{day!["date"]} {day["name"]}").ToList();
        days.Count.ShouldBe(13, "twelve, as two New Year's Days are observed in 2027, and the one that was there");
        days.ShouldContain("2027-07-05 Independence Day");
        days.ShouldContain("2027-12-31 New Year's Day");
        again.Header("ETag").ShouldBe(added.Header("ETag"));
        (await _admin.PostAsync($"{Url}/federal-holidays", new { year = 1776 })).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
    }

    [Fact]
    public async Task All_day_events_of_a_calendar_become_closed_days()
    {
        await PutAsync();

        var imported = await ImportAsync(
            Event("Founders' Day", "DTSTART;VALUE=DATE:20240612", "RRULE:FREQ=YEARLY"),
            Event("Office move", "DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260703"),
            Event("Lunch", "DTSTART:20260708T100000Z", "DTEND:20260708T110000Z"),
            Event("Mine", "DTSTART;VALUE=DATE:20261224")
        );

        imported.ShouldBe(HttpStatusCode.OK).Json["exceptions"]!
            .AsArray()
            .Select(day => $"{day!["date"]} {day["name"]}")
            .ShouldBe([
                "2026-06-12 Founders' Day",
                "2026-07-01 Office move",
                "2026-07-02 Office move",
                "2026-12-24 Eve",
                "2027-06-12 Founders' Day",
            ]);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260612\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR")]
    [InlineData(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260612\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31\r\n"
            + "END:VEVENT\r\nEND:VCALENDAR"
    )]
    public async Task Files_that_say_nothing_are_refused(string text)
    {
        await PutAsync();

        (await SendCalendarAsync(text)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            ["file"]
            .ShouldNotBeNull();
    }

    [Fact]
    public async Task A_calendar_is_sent_as_one_and_is_not_huge()
    {
        await PutAsync();

        (await _admin.PostAsync($"{Url}/import", new { })).ShouldRefuse(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        (await SendCalendarAsync(new string('x', (256 * 1024) + 1))).ShouldRefuse(
            HttpStatusCode.RequestEntityTooLarge,
            "payload_too_large"
        );
    }

    private Task<ApiAnswer> ImportAsync(params string[] events) =>
        SendCalendarAsync($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{string.Concat(events)}END:VCALENDAR\r\n");

    private Task<ApiAnswer> SendCalendarAsync(string text) =>
        _admin.SendRawAsync(HttpMethod.Post, $"{Url}/import", new StringContent(text, Encoding.UTF8, "text/calendar"));

    private static string Event(string name, params string[] lines) =>
        $"BEGIN:VEVENT\r\nUID:{name}\r\nSUMMARY:{name}\r\n{string.Join("\r\n", lines)}\r\nEND:VEVENT\r\n";

    private async Task<JsonNode> StatusAsync(string at) =>
        (await _admin.GetAsync($"{Url}/status?at={at}")).ShouldBe(HttpStatusCode.OK).Json;

    private Task<ApiAnswer> PutAsync(string zone = "Europe/Berlin") => _admin.SendAsync(HttpMethod.Put, Url, Body(zone));

    private static object Body(string zone) =>
        new
        {
            timeZone = zone,
            weekly = new { mon = new[] { new { open = "22:00", close = "02:00" }, new { open = "9:00", close = "12:00" } } },
            exceptions = new[]
            {
                new
                {
                    date = "2026-12-24",
                    name = "Eve",
                    intervals = new[] { new { open = "09:00", close = "24:00" } },
                },
            },
        };
}
