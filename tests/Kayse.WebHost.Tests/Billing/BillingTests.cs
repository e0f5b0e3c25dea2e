using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Billing;

/// <summary>How a company pays (CO-10), where nothing has a price.</summary>
public sealed class BillingTests(SharedApp shared) : IClassFixture<SharedApp>, IAsyncLifetime
{
    private const string Preferences = "companies/current/billing-preferences";
    private const string Wallet = "companies/current/wallet";
    private const string Refills = "companies/current/wallet/refills";

    private Person _owner = null!;
    private ApiClient _client = null!;

    private KayseApp App => shared.App;

    public async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _client = App.Client(_owner.Token);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_founder_is_the_contact_until_somebody_else_is_chosen()
    {
        var before = (await _client.GetAsync(Preferences)).ShouldBe(HttpStatusCode.OK);

        before.Json["primaryContactId"]!.GetValue<string>().ShouldBe(_owner.UserId);
        before
            .Json.ToJsonString()
            .ShouldEndWith(
                """
                "mode":"invoice","currency":"USD","monthlyCap":null,"alertRecipients":[],"status":"within","spent":null,"projected":null,
                "projectedOver":false,"month":null,"lines":null}
                """.ReplaceLineEndings("")
            );

        var admin = await App.JoinAsync(_owner, "admin", ["billing.read"]);
        var put = (await PutAsync(admin.UserId, cap: 50_000, recipients: admin.UserId)).ShouldBe(HttpStatusCode.OK);
        var read = (await App.Client(admin.Token).GetAsync(Preferences)).ShouldBe(HttpStatusCode.OK);

        read.Text.ShouldBe(put.Text);
        read.Header("ETag").ShouldBe(put.Header("ETag").ShouldNotBeNull());
        read.Header("ETag").ShouldNotBe(before.Header("ETag"));
        (read.At("primaryContactId"), read.Json["monthlyCap"]!.GetValue<long>()).ShouldBe((admin.UserId, 50_000));
        read.Json["alertRecipients"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe([admin.UserId]);
        var entry = (await LogAsync("billing.preferences_updated")).ShouldHaveSingleItem()!;
        entry["after"]!["monthlyCap"]!.GetValue<long>().ShouldBe(50_000);
        (await PutAsync(admin.UserId, cap: 50_000, recipients: admin.UserId)).Header("ETag").ShouldBe(put.Header("ETag"));
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field()
    {
        var user = await App.JoinAsync(_owner);

        var refused = await _client.SendAsync(
            HttpMethod.Put,
            Preferences,
            new
            {
                primaryContactId = user.UserId,
                mode = "wallet",
                currency = "EUR",
                monthlyCap = -1,
                alertRecipients = new[] { user.UserId },
            }
        );

        refused.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            .AsObject()
            .Select(error => error.Key)
            .ShouldBe(["primaryContactId", "currency", "monthlyCap", "alertRecipients"], ignoreOrder: true);
        (await _client.SendAsync(HttpMethod.Put, Preferences, new { mode = "barter" })).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
    }

    [Fact]
    public async Task Preferences_that_somebody_else_has_changed_are_a_conflict()
    {
        var tag = (await PutAsync(_owner.UserId, cap: 1)).Header("ETag")!;
        await PutAsync(_owner.UserId, cap: 2);

        (await PutAsync(_owner.UserId, cap: 3, ifMatch: tag)).ShouldRefuse(HttpStatusCode.PreconditionFailed, "version_conflict");
    }

    [Theory]
    [InlineData("deactivate")]
    [InlineData("remove")]
    [InlineData("demote")]
    public async Task A_contact_who_stops_being_an_admin_passes_it_to_a_super_admin_who_is_told(string how)
    {
        var admin = await App.JoinAsync(_owner, "admin");
        var tag = (await PutAsync(admin.UserId)).Header("ETag")!;
        var member = $"companies/current/members/{admin.UserId}";

        _ = how switch
        {
            "deactivate" => (await _client.PostAsync($"{member}/deactivate")).ShouldBe(HttpStatusCode.NoContent),
            "remove" => (await _client.DeleteAsync(member)).ShouldBe(HttpStatusCode.NoContent),
            _ => (await _client.PatchAsync(member, new { role = "user" })).ShouldBe(HttpStatusCode.OK),
        };

        (await _client.GetAsync(Preferences)).At("primaryContactId").ShouldBe(_owner.UserId);
        await App.MailAsync(_owner.Email, "Subject: You are now the billing contact of Vale Law");
        (await _client.GetAsync(Preferences)).Header("ETag").ShouldNotBe(tag);
    }

    [Fact]
    public async Task A_super_admin_who_was_the_contact_without_being_chosen_passes_it_on_too()
    {
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var other = await App.JoinAsync(_owner, "super_admin");

        (await App.Client(other.Token).DeleteAsync($"companies/current/members/{_owner.UserId}")).ShouldBe(HttpStatusCode.NoContent);

        (await App.Client(other.Token).GetAsync(Preferences)).At("primaryContactId").ShouldBe(other.UserId);
        await App.MailAsync(other.Email, "Subject: You are now the billing contact of Vale Law");
    }

    [Fact]
    public async Task A_payment_counts_once_however_often_and_at_once_it_is_sent()
    {
        (await _client.GetAsync(Wallet))
            .ShouldBe(HttpStatusCode.OK)
            .Text.ShouldBe("""{"currency":"USD","balance":0,"entries":[],"nextCursor":null,"total":0}""");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => _client.PostAsync(Refills, new { paymentId = $"pay-{i % 10}", amount = 100 + (i % 10) }))
        );

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Select(answer => answer.Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(10);
        var wallet = (await _client.GetAsync(Wallet)).Json;
        (wallet["balance"]!.GetValue<long>(), wallet["total"]!.GetValue<int>()).ShouldBe((1045, 10));
        var entries = wallet["entries"]!.AsArray();
        entries.Select(entry => entry!["number"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, 10).Reverse());
        entries[0]!["balance"]!.GetValue<long>().ShouldBe(1045);
        entries[0]!["byUserId"]!.GetValue<string>().ShouldBe(_owner.UserId);
        (await LogAsync("billing.wallet_refilled")).Count.ShouldBe(10);
    }

    [Fact]
    public async Task The_history_comes_in_pages_newest_first()
    {
        for (var i = 1; i <= 5; i++)
            await _client.PostAsync(Refills, new { paymentId = $"pay-{i}", amount = i });

        var first = (await _client.GetAsync($"{Wallet}?limit=3")).Json;
        var rest = (await _client.GetAsync($"{Wallet}?limit=3&cursor={first["nextCursor"]!.GetValue<string>()}")).Json;

        first["entries"]!
            .AsArray()
            .Concat(rest["entries"]!.AsArray())
            .Select(entry => entry!["amount"]!.GetValue<int>())
            .ShouldBe([5, 4, 3, 2, 1]);
        rest["nextCursor"].ShouldBeNull();
        (await _client.GetAsync($"{Wallet}?limit=0")).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task A_payment_with_another_amount_or_without_any_is_refused()
    {
        await _client.PostAsync(Refills, new { paymentId = "pay", amount = 100 });

        (await _client.PostAsync(Refills, new { paymentId = "pay", amount = 200 })).ShouldRefuse(
            HttpStatusCode.Conflict,
            "payment_mismatch"
        );
        foreach (
            var body in new object[] { new { paymentId = "", amount = 1 }, new { paymentId = "p", amount = 0 }, new { amount = 1.5 } }
        )
            (await _client.PostAsync(Refills, body)).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        (await _client.GetAsync(Wallet)).Json["balance"]!.GetValue<long>().ShouldBe(100);
    }

    private Task<ApiAnswer> PutAsync(string contact, long? cap = null, string? recipients = null, string? ifMatch = null) =>
        _client.SendAsync(
            HttpMethod.Put,
            Preferences,
            new
            {
                primaryContactId = contact,
                mode = "invoice",
                monthlyCap = cap,
                alertRecipients = recipients is null ? Array.Empty<string>() : [recipients],
            },
            ifMatch is null ? [] : [("If-Match", ifMatch)]
        );

    private async Task<JsonArray> LogAsync(string action) =>
        (await _client.GetAsync($"companies/current/audit-log?action={action}")).Json["items"]!.AsArray();
}
