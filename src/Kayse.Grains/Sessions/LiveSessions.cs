using System.Collections.Concurrent;
using Kayse.Grains.State;
using Kayse.Grains.Tokens;
using Orleans.Runtime.Placement;

namespace Kayse.Grains.Sessions;

/// <summary>
/// The sessions that are activated in this silo, for requests to look at without a grain call. A session is here from
/// its activation until it ends or leaves, and its grain replaces or withdraws it before any command that changes it is
/// answered: as only the silo with the activation has it, a revocation holds on the very next request everywhere.
/// </summary>
public sealed class LiveSessions(IGrainFactory grains, TimeProvider clock, SessionCheckMeter meter, ILocalSiloDetails? silo = null)
{
    private readonly ConcurrentDictionary<string, LiveSessionEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    internal IEnumerable<LiveSessionEntry> Entries => _entries.Values;

    /// <summary>
    /// Whether a token opens a live session, and for whom; counts as use of it. Completes at once when the session is
    /// here, else once its grain has answered.
    /// </summary>
    public ValueTask<SessionCheck> CheckAsync(SecretToken token, out string sessionId)
    {
        if (
            _entries.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token.Id, out var entry)
            && entry.TryCheck(token.Hash, clock.GetUtcNow().UtcDateTime, countsAsUse: true, out var check)
        )
        {
            sessionId = entry.Id;
            meter.CountLocal(check);
            return new(check);
        }

        sessionId = token.Id.ToString();
        return meter.CountGrainAsync(
            RepeatedChecks.AskAsync(
                (Sessions: this, Id: sessionId, token.Hash),
                call => call.Sessions.AskGrainAsync(call.Id, session => session.CheckAsync(call.Hash))
            )
        );
    }

    /// <summary>
    /// The same for what a browser does by itself, without its person: it doesn't count as use, so a session that is only
    /// looked at times out.
    /// </summary>
    public ValueTask<SessionCheck> LookAsync(string sessionId, TokenHash secret)
    {
        if (
            _entries.TryGetValue(sessionId, out var entry)
            && entry.TryCheck(secret, clock.GetUtcNow().UtcDateTime, countsAsUse: false, out var check)
        )
        {
            meter.CountLocal(check);
            return new(check);
        }

        return meter.CountGrainAsync(
            RepeatedChecks.AskAsync(
                (Sessions: this, Id: sessionId, Hash: secret),
                call => call.Sessions.AskGrainAsync(call.Id, session => session.LookAsync(call.Hash))
            )
        );
    }

    /// <summary>Adds a session that has just been activated.</summary>
    internal void Add(LiveSessionEntry entry) => _entries[entry.Id] = entry;

    /// <summary>
    /// Takes a session away: from now on requests ask its grain. Without effect on another entry of the same session.
    /// </summary>
    internal void Withdraw(LiveSessionEntry entry)
    {
        entry.State = null;
        _entries.TryRemove(KeyValuePair.Create(entry.Id, entry));
    }

    // The session is to be activated here if it isn't anywhere. Without the hint, a request that reaches another silo
    // while the session leaves that would have it activated there again.
    private ValueTask<SessionCheck> AskGrainAsync(string sessionId, Func<IUserSessionGrain, ValueTask<SessionCheck>> ask)
    {
        var session = grains.GetGrain<IUserSessionGrain>(sessionId);
        if (silo is null)
            return ask(session);
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo.SiloAddress);
        try
        {
            return ask(session);
        }
        finally
        {
            RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        }
    }
}
