using System.Diagnostics.Metrics;

namespace Kayse.Grains.Sessions;

/// <summary>
/// Counts how checks of sessions are answered, for whoever listens; while nobody does, a check costs no more.
/// </summary>
public sealed class SessionCheckMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Kayse.Sessions";

    /// <summary>
    /// The counter's name. Its tag <c>answered</c> is <c>local</c> for the memory of this process, <c>grain</c> for a
    /// call of the session's grain; <c>outcome</c> is <c>live</c>, <c>ended</c> or <c>unknown</c>.
    /// </summary>
    public const string Checks = "kayse.session.checks";

    /// <summary>The tag that says what answered.</summary>
    public const string AnsweredTag = "answered";

    /// <summary>The tag that says how it was answered.</summary>
    public const string OutcomeTag = "outcome";

    private static readonly KeyValuePair<string, object?> _local = new(AnsweredTag, "local");
    private static readonly KeyValuePair<string, object?> _grain = new(AnsweredTag, "grain");
    private static readonly KeyValuePair<string, object?> _live = new(OutcomeTag, "live");
    private static readonly KeyValuePair<string, object?> _ended = new(OutcomeTag, "ended");
    private static readonly KeyValuePair<string, object?> _unknown = new(OutcomeTag, "unknown");
    private readonly Counter<long> _checks;

    /// <summary>Makes it for one host.</summary>
    public SessionCheckMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _checks = meters.Create(Name).CreateCounter<long>(Checks, "{check}", "Checks of sessions, by what answered them and how.");
    }

    internal void CountLocal(SessionCheck check)
    {
        if (_checks.Enabled)
            _checks.Add(1, _local, OutcomeOf(check));
    }

    internal ValueTask<SessionCheck> CountGrainAsync(ValueTask<SessionCheck> asking) => _checks.Enabled ? CountedAsync(asking) : asking;

    private async ValueTask<SessionCheck> CountedAsync(ValueTask<SessionCheck> asking)
    {
        var check = await asking;
        _checks.Add(1, _grain, OutcomeOf(check));
        return check;
    }

    private static KeyValuePair<string, object?> OutcomeOf(SessionCheck check) =>
        check.Principal is not null ? _live
        : check.Ended is not null ? _ended
        : _unknown;
}
