namespace Kayse.Crash.Knowledge;

/// <summary>Somebody who has an account for certain.</summary>
internal sealed record Person(string UserId, string FullName, string Email)
{
    /// <summary>Everybody's: an address that is used by several clients belongs to whoever comes first.</summary>
    public const string Password = "correct horse 7 battery!";

    public List<Session> Sessions { get; } = [];

    public IReadOnlyList<Session> LiveSessions => [.. Sessions.Where(session => session.IsLive)];
}
