namespace Kayse.Grains.Support;

/// <summary>
/// What helps support to find out what happened, which people read before they send it. It holds no secret: nobody can
/// do anything with a session's id.
/// </summary>
/// <param name="Version">Of Kayse.</param>
/// <param name="At">When it was made.</param>
/// <param name="TraceId">Of the request in question, by which the operator finds it in the log.</param>
/// <param name="SessionId">The session's.</param>
/// <param name="Browser">Such as <c>Firefox</c>; null when it is not known.</param>
/// <param name="OperatingSystem">Such as <c>Windows</c>; null when it is not known.</param>
[GenerateSerializer, Immutable, Alias("kayse.diagnostics")]
public sealed record Diagnostics(
    [property: Id(0)] string Version,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string TraceId,
    [property: Id(3)] string SessionId,
    [property: Id(4)] string? Browser,
    [property: Id(5)] string? OperatingSystem
);
