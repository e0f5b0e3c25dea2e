namespace Kayse.Grains.Sessions;

/// <summary>What a session may be limited to: that of an app that was paired (MOB-1).</summary>
public static class SessionScopes
{
    /// <summary>Push messages and notifications.</summary>
    public const string Push = "push";

    /// <summary>The messenger.</summary>
    public const string Messenger = "messenger";

    /// <summary>Cases.</summary>
    public const string Cases = "cases";

    /// <summary>Tasks.</summary>
    public const string Tasks = "tasks";

    /// <summary>All of them, which a paired app has.</summary>
    public static readonly IReadOnlyList<string> OfApps = [Push, Messenger, Cases, Tasks];

    /// <summary>Whether a session with these limits covers a scope; null covers everything.</summary>
    public static bool Cover(IReadOnlyList<string>? scopes, string scope) =>
        scopes is null || scopes.Contains(scope, StringComparer.Ordinal);
}
