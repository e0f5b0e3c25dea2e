using System.Net;
using Kayse.WebHost.BusinessHours.Pages;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.BusinessHours.Pages;

/// <summary>Business hours in the console.</summary>
public sealed class BusinessHoursPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/business-hours";
    private Person _owner = null!;
    private PageClient _browser = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task An_admin_sets_the_week_and_members_read_it()
    {
        var saved = await SaveWeekAsync(("weekly.mon", "9am-12:30pm, 1:30 pm to 5pm"), ("weekly.sat", "24 hours"), ("weekdays", "on"));

        saved.ShouldBeAt(Url).ShouldSay("Business hours saved.");
        var reader = await App.Browser(await App.JoinAsync(_owner)).GetAsync(Url);
        reader.ShouldSay("09:00–12:30, 13:30–17:00").ShouldSay("Closed").ShouldSay("24 hours").Text.ShouldNotContain("Save hours");
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_day()
    {
        (await SaveWeekAsync(("weekly.tue", "nine to five")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("weekly.tue")
            .ShouldBe("“nine to five” isn't a time such as 9:00–17:00.");
        (await SaveWeekAsync(("weekly.tue", "9:00-12:00, 11:00-13:00")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("weekly.tue")
            .ShouldBe("09:00–12:00 and 11:00–13:00 overlap.");
    }

    [Fact]
    public async Task Exceptions_are_added_changed_and_removed()
    {
        await SaveWeekAsync(("weekly.mon", "9-17"));

        var added = await ExceptionAsync("", ("date", "2026-12-24"), ("name", "Christmas Eve"), ("hours", "9-12"));
        added.ShouldBeAt(Url).ShouldSay("Thu 24 Dec 2026").ShouldSay("09:00–12:00");
        (await ExceptionAsync("", ("date", "2026-12-24"), ("name", "Again")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("date")
            .ShouldBe("This day has an exception already. Edit that one.");
        (await ExceptionAsync("", ("date", "2026-12-31"), ("name", "")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("name")
            .ShouldBe("This is required.");
        (await ExceptionAsync("?date=2026-12-24", ("hours", ""))).ShouldBeAt(Url).Text.ShouldNotContain("09:00–12:00");
        (await ExceptionAsync("?date=2026-12-24", ("remove", "on"))).ShouldSay("There are none from today on.");
        (await _browser.GetAsync($"{Url}/exception?date=2026-12-24")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Federal_holidays_are_one_click()
    {
        await SaveWeekAsync(("weekly.mon", "9-17"));

        (await _browser.SubmitAsync(Url, "holidays")).ShouldSay("Federal holidays of 2026 added.").ShouldSay("Thanksgiving Day");
    }

    [Fact]
    public async Task Events_are_turned_on_and_off_and_a_change_of_the_hours_is_one()
    {
        await SaveWeekAsync(("weekly.mon", "24 hours"), ("weekly.tue", "24 hours"), ("weekly.sun", "24 hours"));
        (await _browser.SubmitAsync(Url, "events", ("events", "on"))).ShouldBeAt(Url).ShouldSay("Opening and closing are reported now.");

        await SaveWeekAsync(("weekly.mon", ""), ("weekly.tue", ""), ("weekly.sun", ""));

        var client = App.Client(_owner.Token);
        var feed = (await client.GetAsync("companies/current/events-feed")).ShouldBe(HttpStatusCode.OK).Json["items"]!.AsArray();
        feed.Select(item => item!["type"]!.GetValue<string>()).ShouldContain("business_hours.closed");
        (await client.GetAsync("companies/current/business-hours/events")).Json["enabled"]!.GetValue<bool>().ShouldBeTrue();
        (await _browser.SubmitAsync(Url, "events", ("events", ""))).ShouldBeAt(Url).ShouldSay("no longer reported.");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Closed", "")]
    [InlineData("9-17", "09:00–17:00")]
    [InlineData("12am – 12pm", "00:00–12:00")]
    [InlineData("9:00 a.m. to 5:30 p.m.; 22:00-02:00", "09:00–17:30, 22:00–02:00")]
    [InlineData("0:00-24:00", "24 hours")]
    public void Hours_are_read_as_people_type_them(string typed, string shown) =>
        TypedHours.Of(TypedHours.Parse("field", typed)).ShouldBe(shown);

    [Theory]
    [InlineData("9")]
    [InlineData("13pm-2pm")]
    [InlineData("9-17-18")]
    [InlineData("25:00-26:00")]
    [InlineData("9:75-17:00")]
    public void Anything_else_is_refused(string typed) =>
        Should
            .Throw<Kayse.Grains.Errors.RefusedException>(() => TypedHours.Parse("field", typed))
            .Refusal.Fields!.Keys.ShouldBe(["field"]);

    private Task<Page> SaveWeekAsync(params (string Name, string Value)[] fields) =>
        _browser.SubmitAsync(Url, "hours", [("timeZone", "Europe/Berlin"), .. fields]);

    private Task<Page> ExceptionAsync(string query, params (string Name, string Value)[] fields) =>
        _browser.SubmitAsync($"{Url}/exception{query}", "exception", fields);
}
