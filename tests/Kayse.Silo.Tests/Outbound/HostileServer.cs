using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kayse.Silo.Tests.Outbound;

/// <summary>A server that answers as a test wants, without any regard for HTTP.</summary>
internal sealed class HostileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Stream, Task> _answer;
    private readonly Action<string>? _seen;
    private int _requests;

    private HostileServer(Func<Stream, Task> answer, Action<string>? seen) => (_answer, _seen) = (answer, seen);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Requests => _requests;

    public static HostileServer Start(Func<Stream, Task> answer, Action<string>? seen = null)
    {
        var server = new HostileServer(answer, seen);
        server._listener.Start();
        _ = server.AcceptAsync();
        return server;
    }

    public static HostileServer Start(string answer, Action<string>? seen = null) => Start(stream => WriteAsync(stream, answer), seen);

    public static Task WriteAsync(Stream stream, string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException) { }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = new byte[16 * 1024];
                var length = await stream.ReadAsync(request);
                if (length == 0)
                    return;
                _seen?.Invoke(Encoding.ASCII.GetString(request, 0, length));
                Interlocked.Increment(ref _requests);
                await _answer(stream);
            }
            catch (IOException) { }
        }
    }
}
