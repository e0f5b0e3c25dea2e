using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.ApiKeys;

/// <summary>
/// What the silo of an activated API key answers requests from. Its grain alone replaces <see cref="State"/>.
/// </summary>
internal sealed class LiveApiKeyEntry(string id, IGrainContext activation, ApiKeyState state, DateTime lastUse)
    : LiveUse(id, activation, lastUse)
{
    private readonly Lock _counting = new();
    private volatile ApiKeyState? _state = state;
    private ApiKeyRate _rate;

    /// <summary>The key as it was last stored; null once it is withdrawn.</summary>
    public ApiKeyState? State
    {
        get => _state;
        set => _state = value;
    }

    public override DateTime KeptUntil => Last + ApiKeyRules.LastUseKept;

    /// <summary>
    /// Whether the secret opens something now; counts against the rate when it does. False when that can't be told
    /// here, and the grain must be asked.
    /// </summary>
    public bool TryCheck(TokenHash secret, int limit, DateTimeOffset now, out ApiKeyCheck check)
    {
        check = default;
        if (_state is not { } state)
            return false;
        if (!ApiKeyRules.Opens(state, secret, now))
            return true;
        Note(now.UtcDateTime);
        var (remaining, reset) = Take(limit, now);
        check = new ApiKeyCheck(state.Principal, state.Permissions, state.ExpiresAt, limit, remaining, reset);
        return true;
    }

    private (int Remaining, int ResetSeconds) Take(int limit, DateTimeOffset now)
    {
        lock (_counting)
            return _rate.Take(limit, now);
    }
}
