using System.Net;
using System.Text.Json.Nodes;
using Kayse.Grains.Subscriptions;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Kayse.WebHost.Tests.Subscriptions;

/// <summary>Which emails people get, by their personal link and signed in (NO-8).</summary>
public sealed class SubscriptionTests(SharedApp shared) : IClassFixture<SharedApp>, IAsyncLifetime
{
    private Person _person = null!;
    private string _token = "";

    private KayseApp App => shared.App;

    private ISubscriptionsGrain Grain => App.Services.GetRequiredService<IGrainFactory>().GetGrain<ISubscriptionsGrain>(_person.UserId);

    private string Link => $"email-subscriptions/{_token}";

    public async Task InitializeAsync()
    {
        _person = await App.SignUpAsync();
        _token = await Grain.GetLinkTokenAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_mail_program_unsubscribes_with_one_request_and_may_repeat_it()
    {
        for (var i = 0; i < 2; i++)
        {
            var answer = await OneClickAsync(Link, "notifications");

            answer.ShouldBe(HttpStatusCode.OK).Text.ShouldBeEmpty();
            answer.Header("Set-Cookie").ShouldBeNull();
            answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        }

        (await App.Client().GetAsync(Link)).Json.ToJsonString().ShouldBe(Switches(false, true, true, false));
    }

    [Theory]
    [InlineData("", "One-Click")]
    [InlineData("security", "One-Click")]
    [InlineData("Notifications", "One-Click")]
    [InlineData("notifications", "")]
    [InlineData("notifications", "one-click")]
    public async Task Any_other_post_changes_nothing(string type, string value)
    {
        (await OneClickAsync(Link, type, value)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        (await App.Client().PostAsync($"{Link}?type=reports", new { })).ShouldRefuse(
            HttpStatusCode.UnsupportedMediaType,
            "unsupported_media_type"
        );

        (await App.Client().GetAsync(Link)).Json.ToJsonString().ShouldBe(Switches(true, true, true, false));
    }

    [Fact]
    public async Task The_link_sets_the_switches_and_consent_to_marketing_is_kept_with_where_it_was_given()
    {
        (await App.Client().SendAsync(HttpMethod.Put, Link, Switches(true, false, true, true))).ShouldBe(HttpStatusCode.OK);
        await OneClickAsync(Link, "marketing");

        var mine = (await App.Client(_person.Token).GetAsync("me/subscriptions")).ShouldBe(HttpStatusCode.OK);
        (mine.Json["reports"]!.GetValue<bool>(), mine.Json["marketing"]!.GetValue<bool>()).ShouldBe((false, false));
        mine.At("marketingConsent.source").ShouldBe("link");
        mine.At("marketingConsent.givenAt").ShouldBe(mine.At("marketingConsent.withdrawnAt"));
    }

    [Fact]
    public async Task Signed_in_people_set_their_own()
    {
        var me = App.Client(_person.Token);

        var set = (await me.SendAsync(HttpMethod.Put, "me/subscriptions", Switches(false, false, false, true))).ShouldBe(
            HttpStatusCode.OK
        );

        set.At("marketingConsent.source").ShouldBe("api");
        (await me.SendAsync(HttpMethod.Put, "me/subscriptions", new { notifications = true })).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
        (await App.Client().GetAsync(Link)).Json.ToJsonString().ShouldBe(Switches(false, false, false, true));
    }

    [Fact]
    public async Task Links_of_nobody_and_revoked_ones_open_nothing()
    {
        var other = SubscriptionToken.Create(_person.UserId);
        await Grain.RevokeLinkAsync();

        foreach (var token in new[] { _token, other, "nonsense", $"{_person.UserId}.", await SomebodyElsesAsync() })
        {
            (await App.Client().GetAsync($"email-subscriptions/{token}")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
            (await OneClickAsync($"email-subscriptions/{token}", "updates")).ShouldRefuse(HttpStatusCode.NotFound, "not_found");
            (await App.Browser().GetAsync($"/email-subscriptions/{token}")).ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_later_mail_has_the_same_link()
    {
        (await Grain.GetLinkTokenAsync()).ShouldBe(_token);
        await Grain.RevokeLinkAsync();
        (await Grain.GetLinkTokenAsync()).ShouldNotBe(_token);
    }

    [Fact]
    public async Task Guessing_is_limited()
    {
        await using var app = new KayseApp(
            ("Kayse:RateLimits:Enabled", "true"),
            ("Kayse:RateLimits:SubscriptionLinksPerCaller:PermitLimit", "2")
        );
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
            statuses.Add((await app.Client().GetAsync("email-subscriptions/guess")).Status);

        statuses.ShouldBe([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests]);
    }

    [Fact]
    public async Task A_browser_is_led_from_the_header_of_the_mail_to_the_page()
    {
        var page = await App.Browser().GetAsync($"/api/v1/{Link}?type=notifications");

        page.Url.ShouldBe($"/{Link}");
        page.Heading.ShouldBe("Email subscriptions");
        (await Grain.GetAsync()).Notifications.ShouldBeTrue();
    }

    [Fact]
    public async Task The_page_saves_the_switches_and_takes_that_back_again()
    {
        var browser = App.Browser();

        var saved = await browser.SubmitAsync($"/{Link}", "none");
        (await Grain.GetAsync()).ShouldBe(new SubscriptionsView(false, false, false, false));
        var undone = await browser.SubmitAsync(saved, "undo");

        undone.Text.ShouldContain("Your choice was undone.");
        (await Grain.GetAsync()).ShouldBe(new SubscriptionsView(true, true, true, false));
        await browser.SubmitAsync($"/{Link}", "save", ("reports", "on"), ("marketing", "on"));
        (await Grain.GetAsync()).Consent!.Source.ShouldBe(SubscriptionSource.Link);
    }

    // Of somebody who has no link yet, so that nothing is stored of theirs.
    private async Task<string> SomebodyElsesAsync() => SubscriptionToken.Create((await App.SignUpAsync()).UserId);

    private Task<ApiAnswer> OneClickAsync(string link, string type, string value = "One-Click") =>
        App.Client()
            .SendRawAsync(
                HttpMethod.Post,
                $"{link}?type={type}",
                new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", value)])
            );

    private static string Switches(bool notifications, bool reports, bool updates, bool marketing) =>
        new JsonObject
        {
            ["notifications"] = notifications,
            ["reports"] = reports,
            ["updates"] = updates,
            ["marketing"] = marketing,
        }.ToJsonString();
}
