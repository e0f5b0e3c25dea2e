using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace Kayse.Testing;

/// <summary>
/// The npm package <c>smtp-server</c> as a process of its own: a real mail server that tests can stop, start again and
/// question.
/// </summary>
public sealed class SmtpPeer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Channel<ReceivedMail> _unread = Channel.CreateUnbounded<ReceivedMail>();
    private readonly List<ReceivedMail> _received = [];
    private readonly List<SmtpStep> _steps = [];
    private readonly SmtpPeerOptions _options;
    private Process? _process;
    private Task _reading = Task.CompletedTask;

    private SmtpPeer(SmtpPeerOptions options)
    {
        _options = options;
        Port = options.Port;
    }

    public int Port { get; private set; }

    /// <summary>Everything received so far, over all starts.</summary>
    public IReadOnlyList<ReceivedMail> Received => Snapshot(_received);

    /// <summary>What clients did so far, over all starts; complete once the peer is stopped.</summary>
    public IReadOnlyList<SmtpStep> Steps => Snapshot(_steps);

    public static async Task<SmtpPeer> StartNewAsync(SmtpPeerOptions? options = null)
    {
        var peer = new SmtpPeer(options ?? new SmtpPeerOptions());
        await peer.StartAsync();
        return peer;
    }

    /// <summary>Starts after a stop, on the same port.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(NodePeer.StartInfo("peer.mjs"))!;
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _reading = ReadAsync(_process, listening);
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(_options with { Port = Port }, Json));
        await _process.StandardInput.FlushAsync();
        Port = await listening.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>
    /// Ends at once, cutting off whoever is connected; returns when all that happened has been noted.
    /// </summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        process.Kill();
        await process.WaitForExitAsync();
        await _reading;
        process.Dispose();
    }

    /// <summary>Completes when a client has come to a step.</summary>
    public async Task ReachedAsync(string step)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Steps.All(reached => reached.Name != step))
            await Task.Delay(5, limit.Token);
    }

    /// <summary>The next mail that nobody has asked for yet, waiting for it if need be.</summary>
    public async Task<ReceivedMail> NextMailAsync(TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(30));
        return await _unread.Reader.ReadAsync(limit.Token);
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task ReadAsync(Process process, TaskCompletionSource<int> listening)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonSerializer.Deserialize<Said>(line, Json)!;
            if (said.Port is { } port)
                listening.TrySetResult(port);
            Note(said);
        }

        listening.TrySetException(
            new InvalidOperationException("The mail server for tests did not start: is `npm ci` done in its folder?")
        );
    }

    private void Note(Said said)
    {
        if (said.Step is { } step)
            Add(_steps, new SmtpStep(step, said.Secure));
        if (said.Mail is not { } mail)
            return;
        Add(_received, mail);
        _unread.Writer.TryWrite(mail);
    }

    private static void Add<T>(List<T> list, T item)
    {
        lock (list)
            list.Add(item);
    }

    private static List<T> Snapshot<T>(List<T> list)
    {
        lock (list)
            return [.. list];
    }

    private sealed record Said(int? Port, string? Step, bool Secure, ReceivedMail? Mail);
}
