using System.Threading.Channels;

namespace Kayse.WebHost.Notifications.Streaming;

/// <summary>
/// Wakes a stream. However often it is set before the stream looks, the stream looks once: what has changed it reads from
/// the feed, so a slow one piles nothing up.
/// </summary>
internal sealed class StreamSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );

    public void Set() => _channel.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) => await _channel.Reader.ReadAsync(cancellationToken);
}
