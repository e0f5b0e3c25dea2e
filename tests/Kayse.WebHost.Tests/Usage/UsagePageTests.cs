using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Usage;

/// <summary>Usage in the console. The clock stands at 9 o'clock UTC on January 5.</summary>
public sealed class UsagePageTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "/settings/billing";
    private Person _owner = null!;
    private PageClient _browser = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _browser = App.Browser(_owner);
    }

    [Fact]
    public async Task A_month_is_shown_as_a_chart_and_a_table()
    {
        await RecordAsync(
            Event("voice_minutes", 1_234.5m, "2026-01-03T12:00:00Z"),
            Event("voice_minutes", 10, "2026-01-04T12:00:00Z"),
            Event("storage_bytes", 2_500_000, "2026-01-05T00:00:00Z"),
            Event("emails", 8, "2025-12-20T12:00:00Z")
        );

        var page = await _browser.GetAsync(Url);

        page.ShouldBe(HttpStatusCode.OK)
            .ShouldSay("1,244.5")
            .ShouldSay("at most 2.5 MB")
            .ShouldSay("Sat 3 Jan 1,234.5 0 0 0 0 B")
            .ShouldSay("Expected by the end of January 2026:")
            .ShouldSay("20 Dec 2025 5 Jan 2026 Emails 8");
        page.Html.ShouldContain("The most is 1,234.5, on January 3.");
        page.Html.ShouldContain("<title>Sat 3 Jan: 1,234.5</title>");

        (await _browser.GetAsync($"{Url}?month=2025-12&metric=emails"))
            .ShouldSay("Emails per day, December 2025")
            .Text.ShouldNotContain("Adjustments");
        (await _browser.GetAsync($"{Url}?month=soon&metric=faxes")).ShouldSay("Voice minutes per day, January 2026");
    }

    [Fact]
    public async Task Members_and_agents_have_their_names()
    {
        var ben = await App.JoinAsync(_owner);
        var agents = new { items = new[] { new { id = "intake", name = "Intake line" } } };
        (await App.Client(_owner.Token).SendAsync(HttpMethod.Put, "companies/current/catalogue/agents", agents)).ShouldBe(
            HttpStatusCode.OK
        );
        await RecordAsync([
            Event("voice_minutes", 5, userId: ben.UserId, agentId: "intake"),
            .. Enumerable.Range(10, 11).Select(n => Event("emails", 1, userId: $"former-{n}", agentId: $"old-{n}")),
        ]);

        var page = (await _browser.GetAsync(Url)).ShouldSay("Ben Ito 5 0 0").ShouldSay("Intake line 5 0 0").ShouldSay("Show all 12");
        page.ShouldSay("former-10 0 0 1").Text.ShouldNotContain("former-20");

        (await _browser.GetAsync($"{Url}/usage/members?month=2026-01")).ShouldSay("former-20").ShouldSay("12 of 12");
        (await _browser.GetAsync($"{Url}/usage/agents?month=2025-12")).ShouldSay("No usage in this month");
        (await _browser.GetAsync($"{Url}/usage/cats")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_company_without_usage_has_an_empty_chart() =>
        (await _browser.GetAsync(Url)).ShouldBe(HttpStatusCode.OK).ShouldSay("Voice minutes per day, January 2026");

    private async Task RecordAsync(params IEnumerable<object> events) =>
        (await App.Client(_owner.Token).PostAsync("companies/current/usage", new { events })).Json["refused"]!.AsArray().ShouldBeEmpty();

    private static object Event(
        string metric,
        decimal quantity,
        string at = "2026-01-05T08:00:00Z",
        string? userId = null,
        string? agentId = null
    ) =>
        new
        {
            id = $"{Guid.NewGuid():N}",
            metric,
            quantity,
            at,
            userId,
            agentId,
        };
}
