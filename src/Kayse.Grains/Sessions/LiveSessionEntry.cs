using Kayse.Grains.Tokens;

namespace Kayse.Grains.Sessions;

/// <summary>
/// What the silo of an activated session answers requests from. Its grain alone replaces <see cref="State"/>.
/// </summary>
internal sealed class LiveSessionEntry(string id, IGrainContext activation, UserSessionState state, DateTime lastUse)
    : LiveUse(id, activation, lastUse)
{
    private volatile UserSessionState? _state = state;

    /// <summary>The session as it was last stored; null once it is withdrawn.</summary>
    public UserSessionState? State
    {
        get => _state;
        set => _state = value;
    }

    public override DateTime KeptUntil => _state is { } state ? KeptUntilBy(state) : Last;

    /// <summary>The last use as it is to be stored of an entry that is withdrawn.</summary>
    public SessionUse UseOf(UserSessionState state) => new(Id, Last, KeptUntilBy(state));

    /// <summary>
    /// Whether the secret opens the session now. False when that can't be told here, and the grain must be asked.
    /// </summary>
    /// <param name="secret">The secret's hash.</param>
    /// <param name="now">UTC.</param>
    /// <param name="countsAsUse">Whether it counts as use of a session that it opens.</param>
    /// <param name="check">The answer.</param>
    public bool TryCheck(TokenHash secret, DateTime now, bool countsAsUse, out SessionCheck check)
    {
        check = default;
        if (_state is not { } state)
            return false;
        if (!state.TokenHash.Matches(secret))
            return true;
        if (UserSessionRules.EndOf(state, Last, now) is { } ended)
        {
            check = new SessionCheck(null, default, ended);
            return true;
        }

        if (countsAsUse)
            Note(now);
        var expiresAt = new DateTimeOffset(UserSessionRules.ExpiresAt(state, countsAsUse ? now : Last));
        check = new SessionCheck(UserSessionRules.PrincipalAt(state.Principal!, now), expiresAt, null) { ProvedAt = state.ProvedAt };
        return true;
    }

    private DateTime KeptUntilBy(UserSessionState state) => UserSessionRules.ExpiresAt(state, Last) + UserSessionRules.LastUseKept;
}
