using System.Buffers.Text;
using System.Text.Json.Serialization;
using Kayse.Grains.Passkeys;
using Kayse.WebHost.Sessions;

namespace Kayse.WebHost.Passkeys;

/// <summary>A passkey.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CredentialId">The id that browsers know it by, in base64url.</param>
/// <param name="Name">What you call it.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="LastUsedAt">When it was last used; null if never.</param>
/// <param name="Passwordless">Whether it replaces the password. Others serve as a second factor only.</param>
/// <param name="Synced">Whether it is synced between devices.</param>
/// <param name="CounterFellAt">When its counter last fell, which may mean that it was copied; null if never.</param>
internal sealed record PasskeyResponse(
    string Id,
    string CredentialId,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    bool Passwordless,
    bool Synced,
    DateTimeOffset? CounterFellAt
)
{
    /// <summary>The session with its new token, if the passkey was just added and the session is still live.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SessionTokenResponse? Session { get; init; }

    public static PasskeyResponse Of(PasskeyView view) =>
        new(
            view.Id,
            Base64Url.EncodeToString(view.CredentialId),
            view.Name,
            view.CreatedAt,
            view.LastUsedAt,
            view.SignsInAlone,
            view.IsSynced,
            view.CounterFellAt
        );

    public static PasskeyResponse Of(AddedPasskey added) =>
        Of(added.Passkey) with
        {
            Session = added.Session is { } renewed ? SessionTokenResponse.Of(renewed.Session) : null,
        };
}

/// <summary>For the browser's <c>PublicKeyCredential.parseRequestOptionsFromJSON()</c>.</summary>
/// <param name="Challenge">What is to be signed, within 5 minutes.</param>
/// <param name="RpId">The site.</param>
/// <param name="Timeout">In milliseconds.</param>
/// <param name="AllowCredentials">Which passkeys may be used; empty: any for this site.</param>
/// <param name="UserVerification"><c>required</c> or <c>preferred</c>.</param>
internal sealed record PasskeyRequestOptions(
    string Challenge,
    string RpId,
    int Timeout,
    IReadOnlyList<PasskeyReference> AllowCredentials,
    string UserVerification
);

/// <summary>For the browser's <c>PublicKeyCredential.parseCreationOptionsFromJSON()</c>.</summary>
/// <param name="Rp">The site.</param>
/// <param name="User">You.</param>
/// <param name="Challenge">What is to be signed, within 5 minutes.</param>
/// <param name="PubKeyCredParams">The algorithms that are accepted.</param>
/// <param name="Timeout">In milliseconds.</param>
/// <param name="ExcludeCredentials">The passkeys that you already have.</param>
/// <param name="AuthenticatorSelection">What is wanted of the authenticator.</param>
/// <param name="Attestation"><c>none</c>.</param>
internal sealed record PasskeyCreationOptions(
    PasskeySite Rp,
    PasskeyUser User,
    string Challenge,
    IReadOnlyList<PasskeyAlgorithm> PubKeyCredParams,
    int Timeout,
    IReadOnlyList<PasskeyReference> ExcludeCredentials,
    PasskeyAuthenticator AuthenticatorSelection,
    string Attestation
);

/// <summary>The site that a passkey is for.</summary>
/// <param name="Id">Its host.</param>
/// <param name="Name">Its name.</param>
internal sealed record PasskeySite(string Id, string Name);

/// <summary>Whom a passkey is for.</summary>
/// <param name="Id">Random bytes that tell nobody who it is.</param>
/// <param name="Name">The email address.</param>
/// <param name="DisplayName">The name.</param>
internal sealed record PasskeyUser(string Id, string Name, string DisplayName);

/// <summary>An algorithm.</summary>
/// <param name="Type"><c>public-key</c>.</param>
/// <param name="Alg">Its COSE number.</param>
internal sealed record PasskeyAlgorithm(string Type, int Alg);

/// <summary>What is wanted of an authenticator.</summary>
/// <param name="ResidentKey"><c>preferred</c>: discoverable where it can be.</param>
/// <param name="UserVerification"><c>preferred</c>.</param>
internal sealed record PasskeyAuthenticator(string ResidentKey, string UserVerification);

/// <summary>A passkey by its id.</summary>
/// <param name="Type"><c>public-key</c>.</param>
/// <param name="Id">The id that browsers know it by.</param>
/// <param name="Transports">How its authenticator can be reached.</param>
internal sealed record PasskeyReference(string Type, string Id, IReadOnlyList<string> Transports);
