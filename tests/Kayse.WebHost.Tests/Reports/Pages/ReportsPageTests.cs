using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Reports.Pages;

/// <summary>Reports in the console.</summary>
public sealed class ReportsPageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/billing/reports";
    private Person _owner = null!;
    private PageClient _browser = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task A_report_is_scheduled_changed_and_deleted()
    {
        var scheduled = await _browser.SubmitAsync($"{Url}/new", "create", ("every", "Month"), ("dayOfMonth", "31"), ("hour", "7"));

        scheduled.ShouldBeAt(Url).ShouldSay("Report scheduled.").ShouldSay("On the last day of every month at 07:00");
        var edit = scheduled.Links.Single(link => link.Url.EndsWith("/edit", StringComparison.Ordinal)).Url;
        var changed = await _browser.SubmitAsync(
            edit,
            "edit",
            ("every", "Week"),
            ("weekday", "Friday"),
            ("hour", "18"),
            ("format", "Csv")
        );
        changed.ShouldBeAt(Url).ShouldSay("Scheduled report saved.").ShouldSay("Every Friday at 18:00").ShouldSay("CSV");
        (await _browser.SubmitAsync(edit, "edit", ("recipients", "")))
            .ShouldBe(HttpStatusCode.BadRequest)
            .ErrorOf("recipients")
            .ShouldBe("Choose 1 to 20 people.");
        (await _browser.SubmitAsync(edit.Replace("/edit", "/delete", StringComparison.Ordinal), "delete"))
            .ShouldBeAt(Url)
            .ShouldSay("No scheduled reports yet");
    }

    [Fact]
    public async Task A_report_is_downloaded_by_its_first_and_last_day()
    {
        var asked = await _browser.GetAsync($"{Url}?from=2026-01-01&until=2026-01-31&format=csv");

        asked.ShouldSay("2026-01-31").ShouldSay("total,");
        (await _browser.GetAsync($"{Url}?from=2026-01-31&until=2026-01-01&format=pdf")).ShouldSay(
            "The last day can’t be before the first."
        );
        (await _browser.GetAsync($"{Url}?from=2026-01-01&until=2027-03-01&format=pdf")).ShouldSay("Choose up to 400 days.");
        (await _browser.GetAsync($"{Url}?from=x&until=&format=pdf")).ShouldSay("Choose the first and the last day.");
    }
}
