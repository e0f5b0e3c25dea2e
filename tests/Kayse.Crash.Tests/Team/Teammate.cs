using Kayse.Crash.Http;

namespace Kayse.Crash.Team;

/// <summary>
/// A member, as the one client that gives commands about them knows them: what they must be after the acknowledged
/// commands, and what else they may be because of the one that got no answer.
/// </summary>
internal sealed class Teammate(string userId, string email)
{
    public string UserId => userId;

    public string Email => email;

    /// <summary>One, unless a command got no answer: then with it and without it.</summary>
    public List<Standing> May { get; private set; } = [Standing.New];

    /// <summary>One, unless a change of it got no answer.</summary>
    public List<string> Passwords { get; private set; } = [];

    public SecondFactor Factor { get; } = new();

    /// <summary>The session that they use; null when they have none.</summary>
    public string? Token { get; set; }

    /// <summary>API keys that must open something, and ones that must not.</summary>
    public Dictionary<string, bool> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each action was acknowledged, and how often it got no answer.</summary>
    public Dictionary<string, (int Done, int InDoubt)> Actions { get; } = new(StringComparer.Ordinal);

    public Standing Is => May.Single();

    public bool IsInDoubt => May.Count > 1 || Passwords.Count > 1 || Factor.IsInDoubt;

    /// <summary>Active and without a session: whatever they ask for is refused, answered or not.</summary>
    public bool IsShutOut => Is.IsActive && Token is null;

    public void Becomes(Standing next, string action, Answer answer)
    {
        var (done, inDoubt) = Actions.GetValueOrDefault(action);
        Actions[action] = answer.IsMissing ? (done, inDoubt + 1) : (done + 1, inDoubt);
        May = answer.IsMissing ? [Is, next] : [next];
    }

    public void HasPassword(string password, Answer answer) => Passwords = answer.IsMissing ? [Passwords[0], password] : [password];

    public void Settle(Standing standing) => May = [standing];

    public void Settle(string password) => Passwords = [password];
}
