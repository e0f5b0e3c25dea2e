using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Retention;

/// <summary>How long a company keeps what (CO-14), over HTTP and in the console.</summary>
public sealed class RetentionTests(SharedApp shared) : AppTests(shared)
{
    private const string Url = "companies/current/retention";
    private const string Page = "/settings/retention";
    private Person _owner = null!;
    private ApiClient _admin = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _admin = App.Client(_owner.Token);
    }

    [Fact]
    public async Task Periods_are_replaced_as_a_whole_and_read_by_every_member()
    {
        var put = await _admin.SendAsync(HttpMethod.Put, Url, new { signInHistoryDays = 180, auditLogDays = 2555 });

        put.ShouldBe(HttpStatusCode.OK).Json["signInHistory"]!
            .ToJsonString()
            .ShouldBe("""{"days":180,"chosenDays":180,"defaultDays":90,"minimumDays":30,"maximumDays":730}""");
        put.Json["notifications"]!["chosenDays"].ShouldBeNull();
        var read = await App.Client((await App.JoinAsync(_owner)).Token).GetAsync(Url);
        read.ShouldBe(HttpStatusCode.OK).Text.ShouldBe(put.Text);
        read.Header("ETag").ShouldBe(put.Header("ETag").ShouldNotBeNull());
        (await _admin.SendAsync(HttpMethod.Put, Url, new { notificationDays = 30 })).ShouldBe(HttpStatusCode.OK);
        (await _admin.GetAsync(Url)).Json["auditLog"]!["days"].ShouldBeNull();
        (await _admin.SendAsync(HttpMethod.Put, Url, new { }, ("If-Match", put.Header("ETag")!))).ShouldRefuse(
            HttpStatusCode.PreconditionFailed,
            "version_conflict"
        );
    }

    [Fact]
    public async Task Periods_beyond_the_limits_are_refused_by_their_fields()
    {
        var refused = await _admin.SendAsync(HttpMethod.Put, Url, new { signInHistoryDays = 29, auditLogDays = -1 });

        refused.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        refused.Json["errors"]!["signInHistoryDays"]![0]!.GetValue<string>().ShouldBe("This must be from 30 days to 730 days.");
        refused.Json["errors"]!["auditLogDays"].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_console_saves_them_and_members_see_them_on_their_privacy_page()
    {
        var page = await App.Browser(_owner).SubmitAsync(Page, "retention", ("signInHistoryDays", "365"), ("auditLogDays", "3650"));

        page.ShouldBeAt(Page).Notices.ShouldBe(["Retention periods saved."]);
        var form = page.Form("retention");
        (form["signInHistoryDays"], form["auditLogDays"], form["notificationDays"]).ShouldBe(("365", "3650", ""));
        var member = App.Browser(await App.JoinAsync(_owner));
        (await member.GetAsync("/profile/privacy")).ShouldSay("365 days").ShouldSay("3,650 days").ShouldSay("90 days, and at most");
        (await App.Browser(_owner).GetAsync("/settings/sign-in-history")).ShouldSay("in the last 365 days");
        (await App.Browser(_owner).GetAsync("/settings/audit-log")).ShouldSay("changed how long data is kept");
    }

    [Fact]
    public async Task An_Admin_sees_the_period_of_the_audit_log_and_changes_the_others()
    {
        await _admin.SendAsync(HttpMethod.Put, Url, new { auditLogDays = 400 });
        var admin = App.Browser(await App.JoinAsync(_owner, "admin"));

        var page = await admin.SubmitAsync(Page, "retention", ("notificationDays", "30"));

        page.ShouldBeAt(Page).Notices.ShouldBe(["Retention periods saved."]);
        page.ShouldSay("Only Super Admins can change this");
        (await _admin.GetAsync(Url)).Json["auditLog"]!["days"]!.GetValue<int>().ShouldBe(400);
    }

    [Fact]
    public async Task A_service_key_is_an_Admin_and_named_as_a_key_in_the_log()
    {
        var created = await _admin.PostAsync(
            "companies/current/service-keys",
            new { name = "Importer", permissions = new[] { "admin" } }
        );
        var key = App.Client(created.ShouldBe(HttpStatusCode.Created).At("key"));

        (await key.SendAsync(HttpMethod.Put, Url, new { auditLogDays = 400 })).ShouldRefuse(HttpStatusCode.Forbidden, "forbidden");
        (await key.SendAsync(HttpMethod.Put, Url, new { notificationDays = 30 })).ShouldBe(HttpStatusCode.OK);

        var log = await _admin.GetAsync("companies/current/audit-log?action=retention.updated");
        log.Json["items"]!.AsArray().ShouldHaveSingleItem()!["actor"]!
            .ToJsonString()
            .ShouldBe("""{"userId":null,"name":"Service key"}""");
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_at_its_field_and_stays()
    {
        var page = await App.Browser(_owner).SubmitAsync(Page, "retention", ("signInHistoryDays", "7"), ("notificationDays", "a week"));

        page.ShouldSay("This must be a whole number.");
        page.Form("retention")["signInHistoryDays"].ShouldBe("7");
    }
}
