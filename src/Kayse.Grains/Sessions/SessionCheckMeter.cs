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
    /// call of the session's grain.
    /// </summary>
    public const string Checks = "kayse.session.checks";

    /// <summary>The tag's name.</summary>
    public const string AnsweredTag = "answered";

    private static readonly KeyValuePair<string, object?> _local = new(AnsweredTag, "local");
    private static readonly KeyValuePair<string, object?> _grain = new(AnsweredTag, "grain");
    private readonly Counter<long> _checks;

    /// <summary>Makes it for one host.</summary>
    public SessionCheckMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        _checks = meters.Create(Name).CreateCounter<long>(Checks, "{check}", "Checks of sessions, by what answered them.");
    }

    internal void CountLocal()
    {
        if (_checks.Enabled)
            _checks.Add(1, _local);
    }

    internal void CountGrain()
    {
        if (_checks.Enabled)
            _checks.Add(1, _grain);
    }
}
