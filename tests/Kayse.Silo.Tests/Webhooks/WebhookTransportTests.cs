using System.Globalization;
using System.Text;
using Kayse.Grains.Webhooks;
using Kayse.Silo.Outbound;
using Kayse.Silo.Tests.Outbound;
using Kayse.Silo.Webhooks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Kayse.Silo.Tests.Webhooks;

/// <summary>How events leave, and what receivers may do to whoever sends them.</summary>
public sealed class WebhookTransportTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<IDisposable> _opened = [];

    [Fact]
    public async Task A_request_holds_what_a_receiver_needs_and_nothing_else()
    {
        var request = "";
        using var server = HostileServer.Start("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n", text => request += text);
        (await SendAsync(server)).ShouldBe(new WebhookResponse(WebhookOutcome.Delivered, 204));
        request
            .Split("\r\n")
            .Select(line => line.Split(':')[0].ToLowerInvariant())
            .ShouldBe(
                [
                    "post /hook?key=1 http/1.1",
                    "host",
                    "user-agent",
                    "webhook-id",
                    "webhook-timestamp",
                    "webhook-signature",
                    "content-type",
                    "content-length",
                    "",
                    "{\"type\"",
                ],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData("200 OK", WebhookOutcome.Delivered)]
    [InlineData("301 Moved Permanently", WebhookOutcome.Refused)]
    [InlineData("307 Temporary Redirect", WebhookOutcome.Refused)]
    [InlineData("404 Not Found", WebhookOutcome.Refused)]
    [InlineData("410 Gone", WebhookOutcome.Refused)]
    [InlineData("500 Internal Server Error", WebhookOutcome.Refused)]
    public async Task Only_2xx_is_a_success_and_no_redirect_is_followed(string status, WebhookOutcome outcome)
    {
        using var elsewhere = HostileServer.Start("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var server = HostileServer.Start(
            $"HTTP/1.1 {status}\r\nLocation: http://127.0.0.1:{elsewhere.Port}/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        var response = await SendAsync(server);
        (response.Outcome, response.Status).ShouldBe((outcome, int.Parse(status[..3], CultureInfo.InvariantCulture)));
        elsewhere.Requests.ShouldBe(0);
    }

    [Theory]
    [InlineData("Retry-After: 120\r\n", 120)]
    [InlineData("Retry-After: Sat, 01 Jan 2000 00:05:00 GMT\r\n", 300)]
    [InlineData("Retry-After: soon\r\n", null)]
    [InlineData("", null)]
    public async Task A_receiver_can_say_when_it_wants_to_be_asked_again(string header, int? seconds)
    {
        using var server = HostileServer.Start(
            $"HTTP/1.1 429 Too Many Requests\r\n{header}Content-Length: 0\r\nConnection: close\r\n\r\n"
        );
        (await SendAsync(server)).RetryAfter.ShouldBe(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Fact]
    public async Task A_receiver_that_lies_about_its_length_has_not_answered()
    {
        using var shorter = HostileServer.Start("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nshort");
        (await SendAsync(shorter)).ShouldBe(new WebhookResponse(WebhookOutcome.InvalidResponse));
        using var huge = HostileServer.Start($"HTTP/1.1 200 OK\r\nContent-Length: {long.MaxValue}\r\n\r\n");
        (await SendAsync(huge)).ShouldBe(new WebhookResponse(WebhookOutcome.InvalidResponse));
        using var garbage = HostileServer.Start("SSH-2.0-OpenSSH\r\n\r\n");
        (await SendAsync(garbage)).ShouldBe(new WebhookResponse(WebhookOutcome.InvalidResponse));
        using var nothing = HostileServer.Start("");
        (await SendAsync(nothing)).ShouldBe(new WebhookResponse(WebhookOutcome.InvalidResponse));
    }

    [Fact]
    public async Task A_body_without_an_end_is_cut_off()
    {
        using var server = HostileServer.Start(async stream =>
        {
            await HostileServer.WriteAsync(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while (true)
                await stream.WriteAsync(new byte[64 * 1024]);
        });
        (await SendAsync(server)).ShouldBe(new WebhookResponse(WebhookOutcome.InvalidResponse));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nslow")]
    public async Task A_receiver_that_hangs_is_given_up_after_fifteen_seconds(string sent)
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = HostileServer.Start(async stream =>
        {
            await HostileServer.WriteAsync(stream, sent);
            waiting.SetResult();
            await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
        });
        var sending = SendAsync(server);
        await waiting.Task;
        _clock.Advance(TimeSpan.FromSeconds(14.9));
        sending.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        (await sending).ShouldBe(new WebhookResponse(WebhookOutcome.TimedOut));
    }

    [Fact]
    public async Task Receivers_that_hang_hold_up_no_other_at_the_same_server()
    {
        using var hanging = new CancellationTokenSource();
        var waiting = 0;
        using var server = HostileServer.Start(async stream =>
        {
            if (Interlocked.Increment(ref waiting) > 40)
                await HostileServer.WriteAsync(stream, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            else
                await Task.Delay(Timeout.Infinite, hanging.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var transport = NewTransport($"127.0.0.1:{server.Port}");
        var held = Enumerable.Range(0, 40).Select(_ => transport.SendAsync(Message(server.Port), hanging.Token)).ToList();
        while (Volatile.Read(ref waiting) < 40)
            await Task.Delay(1);
        (await transport.SendAsync(Message(server.Port), CancellationToken.None)).Outcome.ShouldBe(WebhookOutcome.Delivered);
        await hanging.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(held));
    }

    [Fact]
    public async Task What_is_not_public_is_neither_accepted_nor_asked()
    {
        using var server = HostileServer.Start("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        var transport = NewTransport("other.example");
        (await transport.SendAsync(Message(server.Port), CancellationToken.None)).Outcome.ShouldBe(WebhookOutcome.NotAllowed);
        var inside = Message(server.Port) with { Url = "https://localhost:8443/" };
        (await transport.SendAsync(inside, CancellationToken.None)).Outcome.ShouldBe(WebhookOutcome.NotAllowed);
        server.Requests.ShouldBe(0);
    }

    [Theory]
    [InlineData("https://hooks.example/a?b=c", true)]
    [InlineData("https://hooks.example:8443/", true)]
    [InlineData("https://1.1.1.1/", true)]
    [InlineData("http://hooks.example/", false)]
    [InlineData("https://hooks.example:8080/", false)]
    [InlineData("https://user:password@hooks.example/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://inside.example:8080/", true)]
    [InlineData("http://10.1.2.3:8080/", true)]
    [InlineData("http://10.1.2.3:8081/", false)]
    public void An_address_is_accepted_when_it_can_be_asked(string url, bool isAccepted) =>
        NewTransport("inside.example:8080", "10.1.2.3:8080").Accepts(new Uri(url)).ShouldBe(isAccepted);

    [Fact]
    public async Task Libraries_of_others_verify_what_we_send()
    {
        using var peer = await WebhookPeer.StartAsync();
        var (key, old) = (new byte[32], new byte[32]);
        Random.Shared.NextBytes(key);
        Random.Shared.NextBytes(old);
        var body = Encoding.UTF8.GetBytes("""{"type":"member.joined","data":{"id":"ä"}}""");
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var transport = NewTransport(peer.Authority);

        foreach (var trusted in new[] { key, old })
        {
            await peer.TrustAsync($"whsec_{Convert.ToBase64String(trusted)}");
            (await SendAsync(now, [key, old])).ShouldBe((WebhookOutcome.Delivered, true, true), "in a rotation both verify");
        }

        (await SendAsync(now, [key])).ShouldBe((WebhookOutcome.Refused, false, false), "the old one doesn't any more");
        (await SendAsync(now - 600, [old])).ShouldBe((WebhookOutcome.Refused, false, false), "one that is replayed by others");

        async Task<(WebhookOutcome, bool, bool)> SendAsync(long at, byte[][] keys)
        {
            var message = new WebhookMessage(
                $"http://{peer.Authority}/hook",
                "event",
                at,
                WebhookSignature.Of("event", at, body, keys),
                body
            );
            var response = await transport.SendAsync(message, CancellationToken.None);
            var said = await peer.NextAsync();
            return (response.Outcome, said.GetProperty("standardwebhooks").GetBoolean(), said.GetProperty("svix").GetBoolean());
        }
    }

    public void Dispose() => _opened.ForEach(one => one.Dispose());

    private Task<WebhookResponse> SendAsync(HostileServer server) =>
        NewTransport($"127.0.0.1:{server.Port}").SendAsync(Message(server.Port), CancellationToken.None);

    private static WebhookMessage Message(int port) =>
        new($"http://127.0.0.1:{port}/hook?key=1", "event", 1_700_000_000, "v1,a= v1,b=", "{\"type\":1}"u8.ToArray());

    private WebhookTransport NewTransport(params string[] allowed)
    {
        var options = new OutboundOptions();
        foreach (var host in allowed)
            options.AllowedPrivateHosts.Add(host);
        var rules = new OutboundRules(Options.Create(options));
        var guard = new OutboundGuard(rules, new SystemNetwork(), _clock);
        var transport = new WebhookTransport(guard, rules, _clock);
        _opened.AddRange([transport, guard]);
        return transport;
    }
}
