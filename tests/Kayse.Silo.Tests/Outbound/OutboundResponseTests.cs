using System.Net;
using Kayse.Silo.Outbound;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Kayse.Silo.Tests.Outbound;

/// <summary>What servers may send back, of which nobody knows whose they are.</summary>
public sealed class OutboundResponseTests
{
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_is_not_followed(string status)
    {
        using var server = HostileServer.Start(
            $"HTTP/1.1 {status}\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        );
        using var response = await GetAsync(server);
        ((int)response.StatusCode).ShouldBeInRange(301, 308);
        server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task A_response_arrives_whole()
    {
        using var server = HostileServer.Start(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"
        );
        using var response = await GetAsync(server);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await response.Content.ReadAsStringAsync()).ShouldBe("hello");
    }

    [Fact]
    public async Task A_body_that_never_ends_is_cut_off()
    {
        using var server = HostileServer.Start(async stream =>
        {
            await HostileServer.WriteAsync(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while (true)
                await stream.WriteAsync(new byte[64 * 1024]);
        });
        await ShouldFailAsync(GetAsync(server), OutboundFailure.TooLarge);
    }

    [Fact]
    public async Task A_body_that_says_it_is_large_is_not_read()
    {
        using var server = HostileServer.Start($"HTTP/1.1 200 OK\r\nContent-Length: {long.MaxValue}\r\n\r\n");
        await ShouldFailAsync(GetAsync(server), OutboundFailure.TooLarge);
    }

    [Fact]
    public async Task A_body_that_is_shorter_than_it_says_fails()
    {
        using var server = HostileServer.Start("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nshort");
        await Should.ThrowAsync<HttpIOException>(() => GetAsync(server));
    }

    [Fact]
    public async Task Headers_that_never_end_are_cut_off()
    {
        using var server = HostileServer.Start(async stream =>
        {
            await HostileServer.WriteAsync(stream, "HTTP/1.1 200 OK\r\n");
            while (true)
                await HostileServer.WriteAsync(stream, $"X-Filler: {new string('a', 4_000)}\r\n");
        });
        await Should.ThrowAsync<HttpRequestException>(() => GetAsync(server));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nslow")]
    public async Task A_response_that_takes_too_long_is_cut_off(string sent)
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = HostileServer.Start(async stream =>
        {
            await HostileServer.WriteAsync(stream, sent);
            waiting.SetResult();
            await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
        });
        var getting = GetAsync(server);
        await waiting.Task;
        _clock.Advance(TimeSpan.FromSeconds(14.9));
        getting.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await ShouldFailAsync(getting, OutboundFailure.TimedOut);
    }

    [Fact]
    public async Task A_request_says_nothing_of_who_asks()
    {
        var request = "";
        using var server = HostileServer.Start(
            "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            text => request += text
        );
        using var activity = new System.Diagnostics.Activity("work").Start();
        using var guard = NewGuard(server);
        using var client = guard.NewClient();
        for (var time = 0; time < 2; time++)
            (await client.GetAsync(new Uri($"http://peer.example:{server.Port}/"))).Dispose();
        request.ShouldContain("Host: peer.example");
        request.ShouldNotContain("traceparent", Case.Insensitive);
        request.ShouldNotContain("cookie", Case.Insensitive);
    }

    private async Task<HttpResponseMessage> GetAsync(HostileServer server)
    {
        using var guard = NewGuard(server);
        using var client = guard.NewClient();
        return await client.GetAsync(new Uri($"http://peer.example:{server.Port}/"), HttpCompletionOption.ResponseHeadersRead);
    }

    private OutboundGuard NewGuard(HostileServer server)
    {
        var options = new OutboundOptions();
        options.AllowedPrivateHosts.Add("peer.example");
        return new OutboundGuard(
            new OutboundRules(Options.Create(options)),
            new TestNetwork(_ => [IPAddress.Loopback], server.Port),
            _clock
        );
    }

    private static async Task ShouldFailAsync(Task<HttpResponseMessage> getting, OutboundFailure failure) =>
        (await Should.ThrowAsync<OutboundException>(getting)).Failure.ShouldBe(failure);
}
