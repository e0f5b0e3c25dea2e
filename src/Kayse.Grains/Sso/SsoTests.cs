using Kayse.Grains.Errors;

namespace Kayse.Grains.Sso;

/// <summary>
/// The last test of each Super Admin, for an hour. In memory alone: what a provider said of a person is nothing to keep, and
/// who is to enforce single sign-on tests it again after a restart.
/// </summary>
internal sealed class SsoTests(TimeProvider clock)
{
    private const int MaxKept = 50;

    private readonly Dictionary<string, SsoTestResult> _results = new(StringComparer.Ordinal);

    /// <summary>Whether nobody has tested anything.</summary>
    public bool IsEmpty => _results.Count == 0;

    /// <summary>Notes a test with the checks that all protocols share.</summary>
    public SsoTestReport Note(string userId, CompleteSsoTest command, IEnumerable<SsoCheck> shared)
    {
        var report = command.Report with { Checks = [.. command.Report.Checks, .. shared] };
        var now = clock.GetUtcNow();
        foreach (var old in _results.Where(one => !IsFresh(one.Value)).Select(one => one.Key).ToList())
            _results.Remove(old);
        if (_results.Count < MaxKept || _results.ContainsKey(userId))
            _results[userId] = new SsoTestResult(command.Protocol, command.Version, now, report);
        return report;
    }

    /// <summary>The person's last test; null when it is too long ago.</summary>
    public SsoTestResult? Find(string userId) => _results.TryGetValue(userId, out var result) && IsFresh(result) ? result : null;

    /// <summary>Refuses who hasn't passed a test of these very settings.</summary>
    public void EnsurePassed(string userId, SsoConnection connection)
    {
        var isPassed =
            Find(userId) is { Report.Passed: true } result
            && result.Protocol == connection.Protocol
            && result.Version == connection.Version;
        if (!isPassed)
            throw new RefusedException(SsoErrors.TestRequired);
    }

    private bool IsFresh(SsoTestResult result) => clock.GetUtcNow() < result.At + SsoTestResult.Lifetime;
}
