using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kayse.Testing;

/// <summary>
/// A name server on this machine, over TCP and UDP on one port, that answers questions for TXT records as a test wants.
/// </summary>
public sealed class LocalNameServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, NameServerResponse> _answers = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource _stopping = new();
    private readonly TcpListener? _tcp;
    private readonly Socket _udp = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly List<Task> _work = [];
    private int _questionsOverTcp;
    private int _questionsOverUdp;

    public LocalNameServer(bool takesTcp = true)
    {
        _udp.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (takesTcp)
        {
            _tcp = new TcpListener(IPAddress.Loopback, Port);
            _tcp.Start();
            _work.Add(ListenAsync(_tcp));
        }

        _work.Add(ReceiveAsync());
    }

    public string Address => $"127.0.0.1:{Port}";

    public int QuestionsOverTcp => _questionsOverTcp;

    public int QuestionsOverUdp => _questionsOverUdp;

    private int Port => ((IPEndPoint)_udp.LocalEndPoint!).Port;

    /// <summary>What is answered for a name; by default that there is no such name.</summary>
    public NameServerResponse this[string name]
    {
        set => _answers[name] = value;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _tcp?.Dispose();
        _udp.Dispose();
        await Task.WhenAll(_work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task ListenAsync(TcpListener listener)
    {
        while (!_stopping.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(_stopping.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var length = new byte[2];
                while (true)
                {
                    await stream.ReadExactlyAsync(length, _stopping.Token);
                    var question = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                    await stream.ReadExactlyAsync(question, _stopping.Token);
                    Interlocked.Increment(ref _questionsOverTcp);
                    if (await AnswerAsync(question, isUdp: false) is not { } answer)
                        continue;
                    BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)answer.Length);
                    await stream.WriteAsync((byte[])[.. length, .. answer], _stopping.Token);
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[4096];
        while (!_stopping.IsCancellationRequested)
        {
            var from = new IPEndPoint(IPAddress.Any, 0);
            var received = await _udp.ReceiveFromAsync(buffer, SocketFlags.None, from, _stopping.Token);
            Interlocked.Increment(ref _questionsOverUdp);
            if (await AnswerAsync(buffer[..received.ReceivedBytes], isUdp: true) is { } answer)
                await _udp.SendToAsync(answer, SocketFlags.None, received.RemoteEndPoint, _stopping.Token);
        }
    }

    private async Task<byte[]?> AnswerAsync(byte[] question, bool isUdp)
    {
        var (name, end) = ReadName(question, 12);
        var answer = _answers.GetValueOrDefault(name) ?? NameServerResponse.NoSuchName;
        await Task.Delay(answer.Delay, _stopping.Token);
        return answer.Write(question.AsSpan(0, end + 4), name, isUdp);
    }

    private static (string Name, int End) ReadName(byte[] message, int at)
    {
        var labels = new List<string>();
        while (message[at] != 0)
        {
            labels.Add(Encoding.ASCII.GetString(message, at + 1, message[at]));
            at += message[at] + 1;
        }

        return (string.Join('.', labels), at + 1);
    }
}
