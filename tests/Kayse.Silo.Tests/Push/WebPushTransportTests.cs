using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Kayse.Grains.Push;
using Kayse.Silo.Outbound;
using Kayse.Silo.Push;
using Microsoft.Extensions.Options;

namespace Kayse.Silo.Tests.Push;

public sealed class WebPushTransportTests
{
    [Fact]
    public async Task Another_push_service_decrypts_what_we_send()
    {
        using var peer = await WebPushPeer.StartAsync();
        var key = NewKey();
        var subscription = (await peer.PostAsync("subscribe", new { applicationServerKey = key.PublicKey })).GetProperty("data");
        var hash = subscription.GetProperty("clientHash").GetString()!;
        var keys = subscription.GetProperty("keys");
        var message = new PushMessage(
            subscription.GetProperty("endpoint").GetString()!,
            UrlSafe(keys.GetProperty("p256dh").GetString()!),
            UrlSafe(keys.GetProperty("auth").GetString()!),
            $$"""{"id":"1","title":"{{new string('ä', 1_400)}}"}""",
            TimeSpan.FromHours(24),
            PushUrgency.High,
            key
        )
        {
            Topic = "abcdefghijklmnopqrstuvwxyz-_0123",
        };
        using var guard = NewGuard(peer.Authority);
        using var transport = new WebPushTransport(guard, TimeProvider.System);

        (await transport.SendAsync(message, CancellationToken.None)).Outcome.ShouldBe(PushOutcome.Sent);
        var got = await peer.PostAsync("get-notifications", new { clientHash = hash });
        got.GetProperty("data").GetProperty("messages")[0].GetString().ShouldBe(message.Payload);
        // The peer renames the header that says how it is encrypted.
        var headers = (await peer.NextAsync()).GetProperty("headers").EnumerateObject().Select(header => header.Name);
        peer.ExpectedHeaders.Except(headers).ShouldBe(["content-encoding"]);

        // Signed by another key, and after the subscription has ended.
        var forged = message with
        {
            Key = NewKey(),
        };
        (await transport.SendAsync(forged, CancellationToken.None)).Outcome.ShouldBe(PushOutcome.Refused);
        await peer.PostAsync($"expire-subscription/{hash}", new { });
        (await transport.SendAsync(message, CancellationToken.None)).Outcome.ShouldBe(PushOutcome.Gone);
    }

    [Fact]
    public async Task A_push_service_in_a_private_network_is_not_asked()
    {
        using var guard = NewGuard("other.example");
        using var transport = new WebPushTransport(guard, TimeProvider.System);
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var message = new PushMessage(
            "https://127.0.0.1/push",
            PublicKeyOf(pair.ExportParameters(false)),
            Base64Url.EncodeToString(new byte[16]),
            "{}",
            TimeSpan.FromHours(1),
            PushUrgency.Normal,
            NewKey()
        );
        (await transport.SendAsync(message, CancellationToken.None)).Outcome.ShouldBe(PushOutcome.Refused);
    }

    [Theory]
    [InlineData(201, PushOutcome.Sent)]
    [InlineData(204, PushOutcome.Sent)]
    [InlineData(302, PushOutcome.Refused)]
    [InlineData(400, PushOutcome.Refused)]
    [InlineData(403, PushOutcome.Refused)]
    [InlineData(404, PushOutcome.Gone)]
    [InlineData(410, PushOutcome.Gone)]
    [InlineData(413, PushOutcome.Refused)]
    [InlineData(429, PushOutcome.Busy)]
    [InlineData(500, PushOutcome.Busy)]
    [InlineData(503, PushOutcome.Busy)]
    public void The_status_says_what_became_of_it(int status, PushOutcome outcome) =>
        WebPushTransport.OutcomeOf((HttpStatusCode)status).ShouldBe(outcome);

    private static OutboundGuard NewGuard(string allowed)
    {
        var options = new OutboundOptions();
        options.AllowedPrivateHosts.Add(allowed);
        return new OutboundGuard(new OutboundRules(Options.Create(options)), new SystemNetwork(), TimeProvider.System);
    }

    private static PushSigningKey NewKey()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parts = pair.ExportParameters(includePrivateParameters: true);
        return new PushSigningKey(PublicKeyOf(parts), Base64Url.EncodeToString(parts.D!), "mailto:operations@firm.example");
    }

    private static string PublicKeyOf(ECParameters parts) => Base64Url.EncodeToString([4, .. parts.Q.X!, .. parts.Q.Y!]);

    private static string UrlSafe(string base64) => base64.Replace('+', '-').Replace('/', '_').TrimEnd('=');
}
