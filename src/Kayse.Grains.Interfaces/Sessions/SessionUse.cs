namespace Kayse.Grains.Sessions;

/// <summary>A use of a session or an API key.</summary>
/// <param name="Id">The session or the key.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="KeptUntil">From when on nobody needs to know, in UTC: the session has timed out unless it was used
/// since.</param>
[GenerateSerializer, Immutable, Alias("kayse.session-use")]
public readonly record struct SessionUse(
    [property: Id(0)] string Id,
    [property: Id(1)] DateTime At,
    [property: Id(2)] DateTime KeptUntil
);
