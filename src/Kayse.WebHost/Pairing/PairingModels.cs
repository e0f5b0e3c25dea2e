using Kayse.Grains.Sessions;
using Kayse.Grains.Users;
using Kayse.WebHost.Sessions;
using Kayse.WebHost.SignIn;

namespace Kayse.WebHost.Pairing;

/// <summary>A code to pair an app with.</summary>
/// <param name="Code">8 letters and digits; case, spaces and the hyphen don't matter.</param>
/// <param name="Uri">What the QR code says: <c>kayse-pair:?server=…&amp;code=…</c>.</param>
/// <param name="QrCodeSvg">The QR code, as SVG.</param>
/// <param name="ExpiresAt">Until when the code works.</param>
internal sealed record PairingCodeResponse(string Code, string Uri, string QrCodeSvg, DateTimeOffset ExpiresAt);

/// <summary>Pairs an app.</summary>
internal sealed class PairDeviceRequest
{
    /// <summary>The code that the person sees.</summary>
    public required string Code { get; init; }
}

/// <summary>The session of a paired app.</summary>
/// <param name="Session">The session. Its token is returned only once.</param>
/// <param name="User">The person.</param>
/// <param name="ActiveCompanyId">The company that the session acts in.</param>
/// <param name="Scopes">What it is limited to.</param>
internal sealed record PairedResponse(
    SessionTokenResponse Session,
    UserResponse User,
    string ActiveCompanyId,
    IReadOnlyList<string> Scopes
)
{
    public static PairedResponse Of(SignedIn signedIn) =>
        new(SessionTokenResponse.Of(signedIn.Session), UserResponse.Of(signedIn.User), signedIn.ActiveCompanyId, SessionScopes.OfApps);
}
