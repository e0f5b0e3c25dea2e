using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Support;

/// <summary>Help, and requests to support (CO-13).</summary>
public sealed class SupportTests(SharedApp shared) : AppTests(shared)
{
    private const string Address = "support@kayse.example";
    private Person _owner = null!;
    private ApiClient _api = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _api = App.Client(_owner.Token);
    }

    [Fact]
    public async Task Channels_and_diagnostics_are_read_before_anything_is_sent()
    {
        var support = (await _api.GetAsync("support")).ShouldBe(HttpStatusCode.OK);

        (support.At("email"), support.At("chatUrl")).ShouldBe((Address, "https://chat.kayse.example/"));
        support.Json["helpCentreUrl"].ShouldBeNull();
        support.At("diagnostics.traceId").Length.ShouldBe(32);
        support.At("diagnostics.sessionId").ShouldBe(_owner.Token.Split('.')[0]);
        support.Text.ShouldNotContain(_owner.Token);
        support.At("diagnostics.version").ShouldMatch("^[0-9]+[.][0-9]+[.][0-9]+$");
    }

    [Fact]
    public async Task A_request_is_mailed_to_support_with_the_companys_id_and_recorded()
    {
        var body = new
        {
            subject = "billing_details",
            message = "Please invoice\nour new office.",
            traceId = "4bf92f3577b34da6a3ce929d0e0e4736",
        };

        var sent = (await RequestAsync(body, "one")).ShouldBe(HttpStatusCode.Accepted);
        (await RequestAsync(body, "one")).Text.ShouldBe(sent.Text);

        var mail = await MailAsync("billing details");
        mail.ShouldMatch($"Reply-To: .*{_owner.Email}");
        foreach (var said in new[] { "Please invoice", "our new office.", _owner.CompanyId, "4bf92f3577b34da6a3ce929d0e0e4736" })
            mail.ShouldContain(said);
        var log = await _api.GetAsync("companies/current/audit-log?action=support.change_requested");
        log.Json["items"]!.AsArray().ShouldHaveSingleItem()!["after"]!["subject"]!.GetValue<string>().ShouldBe("billing_details");
    }

    [Fact]
    public async Task A_request_without_a_message_is_refused_at_its_field() =>
        (await _api.PostAsync("companies/current/change-requests", new { subject = "subscription", message = " " }))
            .ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed")
            .Json["errors"]!
            ["message"]
            .ShouldNotBeNull();

    [Fact]
    public async Task The_console_shows_what_is_sent_and_sends_it()
    {
        var browser = App.Browser(_owner);
        var help = (await browser.GetAsync("/help?trace=0af7651916cd43dd8448eb211c80319c")).ShouldSay(Address);
        help.ShouldSay("0af7651916cd43dd8448eb211c80319c").ShouldSay(_owner.Token.Split('.')[0]);
        (await browser.GetAsync("/help?trace=<script>")).Text.ShouldNotContain("<script>");

        var page = await browser.SubmitAsync("/help/request-change", "request", ("subject", "subscription"), ("message", ""));
        page.ErrorOf("message").ShouldNotBeEmpty();
        page = await browser.SubmitAsync(page, "request", ("message", "Ten more seats."), ("diagnostics", ""));

        page.ShouldBeAt("/help").ShouldSay("Request sent.");
        var mail = await MailAsync("subscription");
        mail.ShouldContain("Ten more seats.");
        mail.ShouldNotContain("Session id");
    }

    private Task<string> MailAsync(string subject) =>
        App.MailAsync(Address, $"asks for a change of its {subject}", mail => mail.Contains(_owner.CompanyId, StringComparison.Ordinal));

    private Task<ApiAnswer> RequestAsync(object body, string key) =>
        _api.PostAsync("companies/current/change-requests", body, ("Idempotency-Key", key));
}
