using System.Net.Sockets;
using System.Text;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.Logging;

namespace Kayse.WebHost.Tests.Hosting;

/// <summary>A client that goes away in the middle of its request is no fault of the service's.</summary>
public sealed class AbortedBodyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_no_error_in_the_log(bool isReset)
    {
        await using var app = KayseApp.Listening();
        foreach (var path in new[] { "/api/v1/auth/sign-in", "/api/v1/companies", "/sign-in" })
            await SendHalfAsync(app, path, isReset);

        // What has been answered since was read after the connections broke.
        for (var i = 0; i < 20; i++)
            await app.Client().GetAsync("session");
        app.Logs.Lines.Where(line => line.Level >= LogLevel.Error).ShouldBeEmpty();
    }

    private static async Task SendHalfAsync(KayseApp app, string path, bool isReset)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address!.Host, app.Address.Port);
        var type = path.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "application/x-www-form-urlencoded";
        var request =
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        // The server says so when it begins to read.
        var answer = new byte[100];
        var length = await client.GetStream().ReadAsync(answer);
        Encoding.ASCII.GetString(answer, 0, length).ShouldStartWith("HTTP/1.1 100 Continue");
        await client.GetStream().WriteAsync("{\"email\": "u8.ToArray());
        if (isReset)
            client.LingerState = new LingerOption(enable: true, seconds: 0);
    }
}
