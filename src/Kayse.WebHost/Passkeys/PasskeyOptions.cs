using System.Buffers.Text;
using Kayse.Grains.Passkeys;

namespace Kayse.WebHost.Passkeys;

/// <summary>What browsers are given to create and use passkeys.</summary>
internal sealed class PasskeyOptions(PasskeyRelyingParty party, PasskeyChallenges challenges)
{
    private const string Type = "public-key";
    private const string Preferred = "preferred";

    // ES256, Ed25519, RS256, as COSE numbers them.
    private static readonly PasskeyAlgorithm[] _algorithms = [new(Type, -7), new(Type, -8), new(Type, -257)];

    private static int Timeout => (int)PasskeyChallenges.Lifetime.TotalMilliseconds;

    /// <summary>To sign in with any passkey for this site: the same for everybody.</summary>
    public PasskeyRequestOptions ForSignIn() => Of(new PasskeyRequest(challenges.ForSignIn(), [], UserVerification: true));

    public PasskeyRequestOptions Of(PasskeyRequest request) =>
        new(
            Base64Url.EncodeToString(request.Challenge),
            party.Id,
            Timeout,
            [.. request.Allowed.Select(Of)],
            request.UserVerification ? "required" : Preferred
        );

    public PasskeyCreationOptions Of(PasskeyRegistration registration) =>
        new(
            new PasskeySite(party.Id, PasskeyRelyingParty.Name),
            new PasskeyUser(Base64Url.EncodeToString(registration.UserHandle), registration.Email, registration.FullName),
            Base64Url.EncodeToString(registration.Challenge),
            _algorithms,
            Timeout,
            [.. registration.Existing.Select(Of)],
            new PasskeyAuthenticator(Preferred, Preferred),
            "none"
        );

    private static PasskeyReference Of(PasskeyDescriptor passkey) =>
        new(Type, Base64Url.EncodeToString(passkey.CredentialId), passkey.Transports);
}
