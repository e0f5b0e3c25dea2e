namespace Kayse.Grains.Sessions;

/// <summary>A session as its company was told of it.</summary>
/// <param name="Id">The session.</param>
/// <param name="UserId">Whose it is.</param>
/// <param name="FullName">What they were called when it started.</param>
/// <param name="Device">What it runs on.</param>
/// <param name="StartedAt">When it started here.</param>
[GenerateSerializer, Immutable, Alias("kayse.company-session")]
public sealed record CompanySession(
    [property: Id(0)] string Id,
    [property: Id(1)] string UserId,
    [property: Id(2)] string FullName,
    [property: Id(3)] ClientDevice Device,
    [property: Id(4)] DateTimeOffset StartedAt
);

/// <summary>Which sessions are asked for; null lets everything through.</summary>
/// <param name="UserIds">Of one of these people.</param>
[GenerateSerializer, Immutable, Alias("kayse.company-session-filter")]
public sealed record CompanySessionFilter([property: Id(0)] IReadOnlyList<string>? UserIds);

/// <summary>A live session as the company's admins see it.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="FullName">What they are called.</param>
/// <param name="Email">Their address; null when they are no member any more.</param>
/// <param name="Session">The session itself.</param>
[GenerateSerializer, Immutable, Alias("kayse.company-session-view")]
public sealed record CompanySessionView(
    [property: Id(0)] string UserId,
    [property: Id(1)] string FullName,
    [property: Id(2)] string? Email,
    [property: Id(3)] SessionView Session
)
{
    /// <summary>The name of their photo, or null.</summary>
    [Id(4)]
    public string? Photo { get; init; }
}
