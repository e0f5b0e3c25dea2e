using System.Net;
using Kayse.Browser.Tests.Testing;
using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Journeys;

public sealed class UsageJourneys : Journey
{
    [Fact]
    public async Task Usage_is_seen_as_a_chart_in_numbers_and_by_agent()
    {
        var owner = await App.SignUpAsync();
        await RecordAsync(owner);
        var ada = await VisitAsAsync(owner);
        await ada.OpenAsync("/settings/billing");
        await ada.ShouldSeeHeadingAsync("Billing");
        var chart = ada.Page.GetByRole(AriaRole.Img, new() { NameRegex = new("^Voice minutes per day, .+The most is 40, on ") });
        await Expect(chart).ToBeVisibleAsync();

        // Another metric, by its card. The bar of today is the only one.
        await ada.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Emails") }).ClickAsync();
        await Expect(ada.Page.GetByText("Emails per day,")).ToBeVisibleAsync();
        var heights = await ada
            .Page.Locator(".chart-bars rect")
            .EvaluateAllAsync<double[]>("all => all.map(bar => bar.getBoundingClientRect().height)");
        heights.Max().ShouldBeGreaterThan(40);
        heights.Count(height => height > 1).ShouldBe(1);

        await ada.Page.GetByText("Day by day").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Table).First).ToContainTextAsync("1,300");
        await Expect(ada.Page.GetByRole(AriaRole.Table).Last).ToContainTextAsync("Intake line");
        (await ada.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(1_280);

        // A month before, which is shown as soon as it is chosen.
        await ada.Page.GetByLabel("Month").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await Expect(chart).ToBeHiddenAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Img, new() { NameRegex = new("nothing on any day") })).ToBeVisibleAsync();
    }

    private async Task RecordAsync(Person owner)
    {
        var client = App.Client(owner.Token);
        var agents = new { items = new[] { new { id = "intake", name = "Intake line" } } };
        (await client.SendAsync(HttpMethod.Put, "companies/current/catalogue/agents", agents)).ShouldBe(HttpStatusCode.OK);
        var at = App.Clock.GetUtcNow();
        var events = new[] { EventOf("voice_minutes", 40), EventOf("emails", 1_300) };
        var recorded = await client.PostAsync("companies/current/usage", new { events });
        recorded.ShouldBe(HttpStatusCode.OK).Json["accepted"]!.GetValue<int>().ShouldBe(2);

        object EventOf(string metric, decimal quantity) =>
            new
            {
                id = "today",
                metric,
                quantity,
                at,
                agentId = "intake",
            };
    }
}
