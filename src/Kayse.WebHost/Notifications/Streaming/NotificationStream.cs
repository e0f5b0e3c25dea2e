using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.WebHost.Notifications.Streaming;

/// <summary>An open stream: what it follows, for which session, and its heartbeat. It holds no notifications.</summary>
internal sealed class NotificationStream : IDisposable
{
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(15);

    private readonly NotificationStreams _streams;
    private readonly StreamSignal _signal = new();
    private readonly ITimer _timer;

    public NotificationStream(NotificationStreams streams, FollowedFeed feed, StreamOwner owner, TimeProvider clock)
    {
        _streams = streams;
        Feed = feed;
        Owner = owner;
        _timer = clock.CreateTimer(static signal => ((StreamSignal)signal!).Set(), _signal, _heartbeat, _heartbeat);
    }

    public FollowedFeed Feed { get; }

    public StreamOwner Owner { get; }

    /// <summary>Has it look at its feed.</summary>
    public void Wake() => _signal.Set();

    /// <summary>Until the feed has changed, or it is time for a heartbeat.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);

    public void Dispose()
    {
        _timer.Dispose();
        _streams.Close(this);
    }
}

/// <summary>The session that a stream was opened with, by the token that it had then.</summary>
internal sealed record StreamOwner(string SessionId, TokenHash Secret, string CompanyId)
{
    /// <summary>
    /// Whether the session goes on as it was. It has another token once it is in another company or may do something
    /// else; a restriction closes it to all but the way out.
    /// </summary>
    public async ValueTask<bool> IsLiveAsync(LiveSessions sessions) =>
        (await sessions.LookAsync(SessionId, Secret)).Principal is { Restriction: SessionRestriction.None } principal
        && principal.CompanyId == CompanyId;
}
