using System.Buffers.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Push;
using Microsoft.Extensions.Time.Testing;

namespace Kayse.Grains.Tests.Push;

public sealed class PushSubscriptionRulesTests
{
    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", true)]
    [InlineData("https://updates.push.services.mozilla.com/wpush/v2/abc", true)]
    [InlineData("https://web.push.apple.com/abc", true)]
    [InlineData("https://wns2-db5p.notify.windows.com/w/?token=abc", true)]
    [InlineData("http://fcm.googleapis.com/fcm/send/abc", false)]
    [InlineData("https://fcm.googleapis.com:8443/fcm/send/abc", false)]
    [InlineData("https://user@fcm.googleapis.com/abc", false)]
    [InlineData("https://fcm.googleapis.com.evil.example/abc", false)]
    [InlineData("https://evil.example/fcm.googleapis.com", false)]
    [InlineData("https://evilnotify.windows.com/abc", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("/relative", false)]
    [InlineData("", false)]
    public void Endpoints_are_https_addresses_of_known_push_services(string endpoint, bool isAllowed) =>
        (PushSubscriptionRules.Endpoint(endpoint, new PushOptions()) is not null).ShouldBe(isAllowed);

    [Theory]
    [InlineData("push.firm.example", "https://push.firm.example/abc", true)]
    [InlineData("push.firm.example", "https://fcm.googleapis.com/abc", false)]
    [InlineData("push.firm.example", "https://push.firm.example:8443/abc", false)]
    [InlineData("push.firm.example:8443", "https://push.firm.example:8443/abc", true)]
    [InlineData("*.firm.example", "https://push.firm.example/abc", true)]
    [InlineData("*.firm.example", "https://firm.example/abc", false)]
    public void The_operator_may_name_other_push_services(string host, string endpoint, bool isAllowed)
    {
        var options = new PushOptions();
        options.Hosts.Add(host);
        (PushSubscriptionRules.Endpoint(endpoint, options) is not null).ShouldBe(isAllowed);
    }

    [Fact]
    public void All_that_is_wrong_with_a_subscription_is_told_at_once()
    {
        var wrong = new TestBrowser().In("session") with { Endpoint = "https://evil.example/", P256dh = "AA", Auth = "!", Name = "a\nb" };
        Faults(wrong).ShouldBe(["endpoint", "keys.p256dh", "keys.auth", "name"], ignoreOrder: true);
    }

    [Fact]
    public void A_key_that_is_no_point_of_the_curve_is_refused()
    {
        var point = Base64Url.EncodeToString([4, .. Enumerable.Repeat((byte)1, 64)]);
        Faults(new TestBrowser { P256dh = point }.In("session")).ShouldBe(["keys.p256dh"]);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("mailto:operations@firm.example", true)]
    [InlineData("https://accounts.firm.example", true)]
    [InlineData("operations@firm.example", false)]
    [InlineData("mailto:operations", false)]
    [InlineData("mailto:operations@localhost", false)]
    [InlineData("mailto:Operations <operations@firm.example>", false)]
    [InlineData("mailto:a@firm.example\",\"aud\":\"b", false)]
    [InlineData("http://accounts.firm.example", false)]
    [InlineData("https://localhost", false)]
    [InlineData("https://accounts.local", false)]
    [InlineData("https://10.0.0.1", false)]
    public void The_contact_for_push_services_must_be_real(string subject, bool isValid) =>
        Validate(new PushOptions { Subject = subject }).ShouldBe(isValid);

    [Fact]
    public void Settings_that_cannot_work_are_refused()
    {
        Validate(new PushOptions { KeyLifetime = TimeSpan.FromHours(1) }).ShouldBeFalse();
        Validate(new PushOptions { RotateKeysBefore = DateTimeOffset.MaxValue }).ShouldBeFalse();
        var hosts = new PushOptions();
        hosts.Hosts.Add("https://push.firm.example/");
        Validate(hosts).ShouldBeFalse();
    }

    private static bool Validate(PushOptions options) =>
        new PushOptionsValidator(new FakeTimeProvider()).Validate(null, options).Succeeded;

    private static IEnumerable<string> Faults(SubscribePush command) =>
        Should.Throw<RefusedException>(() => PushSubscriptionRules.Check(command, new PushOptions())).Refusal.Fields!.Keys;
}
