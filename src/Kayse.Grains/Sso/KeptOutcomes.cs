using Kayse.Grains.Errors;

namespace Kayse.Grains.Sso;

/// <summary>
/// Outcomes that wait for their browsers, in memory alone: they are fetched at once, and whoever loses one in a crash signs
/// in again. So nothing of a person is left behind by a sign-in that was given up.
/// </summary>
internal sealed class KeptOutcomes(TimeProvider clock)
{
    private readonly Dictionary<string, (SsoOutcome Outcome, DateTimeOffset Until)> _kept = new(StringComparer.Ordinal);

    /// <summary>Keeps one. Anybody can post what is refused: it makes room for who is let in. Else refuses when there is none.</summary>
    public void Keep(string codeHash, SsoOutcome outcome)
    {
        Forget();
        if (_kept.Count >= SsoOnceRules.MaxKept && !ForgetOneThatFailed())
            throw new RefusedException(GeneralErrors.RateLimited(SsoOnceRules.Lifetime));
        _kept[codeHash] = (outcome, clock.GetUtcNow() + SsoOnceRules.Lifetime);
    }

    /// <summary>Takes one; null when there is none, or its time is over.</summary>
    public SsoOutcome? Take(string codeHash)
    {
        Forget();
        return _kept.Remove(codeHash, out var kept) ? kept.Outcome : null;
    }

    private bool ForgetOneThatFailed()
    {
        var failed = _kept.Where(one => one.Value.Outcome.Identity is null).OrderBy(one => one.Value.Until).Select(one => one.Key);
        return failed.FirstOrDefault() is { } code && _kept.Remove(code);
    }

    private void Forget()
    {
        foreach (var code in _kept.Where(one => one.Value.Until <= clock.GetUtcNow()).Select(one => one.Key).ToList())
            _kept.Remove(code);
    }
}
