using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.WebHost.Notifications.Streaming;

/// <summary>An open stream: what it follows, for which session, and its heartbeat. It holds no notifications.</summary>
internal sealed class NotificationStream : IDisposable
{
    private const int Groups = 100;
    private static readonly TimeSpan _heartbeat = TimeSpan.FromSeconds(15);

    private readonly NotificationStreams _streams;
    private readonly StreamSignal _signal = new();
    private readonly ITimer _timer;

    /// <param name="streams">Where it is open.</param>
    /// <param name="feed">What it follows.</param>
    /// <param name="owner">For which session.</param>
    /// <param name="number">
    /// Its number on this host: by it the first heartbeat comes sooner or later, so that streams which were opened at once,
    /// as after a restart, don't have all of their heartbeats at once.
    /// </param>
    /// <param name="clock">By which its heartbeat goes.</param>
    public NotificationStream(NotificationStreams streams, FollowedFeed feed, StreamOwner owner, int number, TimeProvider clock)
    {
        _streams = streams;
        Feed = feed;
        Owner = owner;
        var first = _heartbeat * ((number % Groups + 1.0) / Groups);
        _timer = clock.CreateTimer(static signal => ((StreamSignal)signal!).Set(), _signal, first, _heartbeat);
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
