using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Sessions;

/// <summary>A sign-in, or a failure to.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="At">When; of repeated failures the first.</param>
/// <param name="Outcome">How it went: <c>switched</c> is a session that came from another company of the
/// person.</param>
/// <param name="Reason">Why it failed; null for a success.</param>
/// <param name="User">Whose account.</param>
/// <param name="SessionId">The session that started; null for a failure.</param>
/// <param name="Device"><c>desktop</c>, <c>phone</c>, <c>tablet</c>, <c>bot</c> or <c>unknown</c>.</param>
/// <param name="Browser">Such as Firefox, or null.</param>
/// <param name="Os">Such as Windows, or null.</param>
/// <param name="Location">Roughly where: a country, <c>Local network</c> or <c>Unknown</c>.</param>
/// <param name="IpAddress">Where from, or null.</param>
/// <param name="Count">How many failures it stands for.</param>
/// <param name="LastAt">When the last of them was.</param>
internal sealed record SignInEntryResponse(
    string Id,
    DateTimeOffset At,
    SignInOutcome Outcome,
    SignInFailure? Reason,
    SignedInPerson User,
    string? SessionId,
    string Device,
    string? Browser,
    string? Os,
    string? Location,
    string? IpAddress,
    int Count,
    DateTimeOffset LastAt
)
{
    public static SignInEntryResponse Of(SignInEntry entry) =>
        new(
            entry.Id,
            entry.At,
            entry.Outcome,
            entry.Failure,
            new SignedInPerson(entry.UserId, entry.FullName, entry.Email),
            entry.SessionId,
            entry.Device.Kind,
            entry.Device.Browser,
            entry.Device.OperatingSystem,
            entry.Device.Location,
            entry.Device.IpAddress,
            entry.Count,
            entry.LastAt
        );
}
