using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Reports;

namespace Kayse.Bench.Notifications;

/// <summary>
/// Opens a stream of notifications for each session and reads all of them until it is told to stop: a line on its input.
/// Says on its output how far it is, for the script that measures the web host meanwhile.
/// </summary>
internal static class StreamBench
{
    private static int _heartbeats;

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        var tokens = (await File.ReadAllLinesAsync(arguments.Tokens)).Take(arguments.Count).ToArray();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
        var streams = new StreamReader[tokens.Length];
        var start = Stopwatch.GetTimestamp();
        await Clients.RepeatAsync(
            tokens.Length,
            atOnce: 64,
            async number => streams[number] = await OpenAsync(http, arguments.Url, tokens[number])
        );
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Console.WriteLine($"OPEN {tokens.Length.ToString(CultureInfo.InvariantCulture)} {seconds}");
        foreach (var stream in streams)
            _ = CountHeartbeatsAsync(stream);
        Console.ReadLine();
        Console.WriteLine($"HEARTBEATS {_heartbeats.ToString(CultureInfo.InvariantCulture)}");
        return 0;
    }

    // It is open once its first event is there.
    private static async Task<StreamReader> OpenAsync(HttpClient http, Uri url, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, "/api/v1/me/notifications/stream"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var stream = new StreamReader(await response.Content.ReadAsStreamAsync(), bufferSize: 128);
        while (await stream.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return stream;
        }

        throw new InvalidOperationException("A stream ended at once.");
    }

    private static async Task CountHeartbeatsAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            if (line == ":")
                Interlocked.Increment(ref _heartbeats);
        }

        Console.Error.WriteLine("A stream has ended.");
    }
}
