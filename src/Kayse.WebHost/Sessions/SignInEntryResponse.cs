using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Sessions;

/// <summary>A successful or failed sign-in.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="At">When it happened; for repeated failures, the first one.</param>
/// <param name="Outcome">The result. <c>switched</c> means that a session was switched here from another
/// company.</param>
/// <param name="Reason">Why it failed, or null.</param>
/// <param name="User">The account.</param>
/// <param name="SessionId">The session that was started; null if it failed.</param>
/// <param name="Device"><c>desktop</c>, <c>phone</c>, <c>tablet</c>, <c>bot</c> or <c>unknown</c>.</param>
/// <param name="Browser">For example Firefox; null if unknown.</param>
/// <param name="Os">For example Windows; null if unknown.</param>
/// <param name="Location">The approximate location: a country, <c>Local network</c> or <c>Unknown</c>.</param>
/// <param name="IpAddress">The IP address, or null.</param>
/// <param name="Count">How many failures this entry stands for.</param>
/// <param name="LastAt">When the last one happened.</param>
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
