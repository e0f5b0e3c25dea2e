namespace Kayse.Crash.Knowledge;

/// <summary>A session whose start was acknowledged.</summary>
internal sealed class Session(string id, string token, string userId)
{
    public string Id => id;

    public string Token => token;

    public string UserId => userId;

    /// <summary>The reason with which it was ended for certain; null while it wasn't.</summary>
    public string? Ended { get; private set; }

    /// <summary>
    /// Sessions that an unanswered command would end all or none; null when there is no such command.
    /// </summary>
    public IReadOnlyList<Session>? InDoubtWith { get; private set; }

    public bool IsLive => Ended is null && InDoubtWith is null;

    public void End(string reason) => Ended = reason;

    public static void Doubt(IReadOnlyList<Session> sessions)
    {
        foreach (var session in sessions)
            session.InDoubtWith = sessions;
    }
}
