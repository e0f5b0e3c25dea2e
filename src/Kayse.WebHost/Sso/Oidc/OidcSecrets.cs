using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>The secrets of one attempt, of which the provider sees only what it must.</summary>
/// <param name="State">Comes back with the person: the attempt's id.</param>
/// <param name="Nonce">Comes back in the ID token.</param>
/// <param name="Verifier">Proves to the provider that who redeems the code has asked for it (RFC 7636).</param>
internal sealed record OidcSecrets(string State, string Nonce, string Verifier)
{
    private const string NonceName = "nonce";
    private const string VerifierName = "verifier";

    /// <summary>New ones for an attempt.</summary>
    public static OidcSecrets NewFor(string attemptId) => new(attemptId, SsoAttempt.NewId(), SsoAttempt.NewId());

    /// <summary>Those that an attempt holds; null when it holds none.</summary>
    public static OidcSecrets? Of(SsoAttempt attempt) =>
        attempt.Secrets.TryGetValue(NonceName, out var nonce) && attempt.Secrets.TryGetValue(VerifierName, out var verifier)
            ? new OidcSecrets(attempt.Id, nonce, verifier)
            : null;

    /// <summary>What the provider is told of the verifier beforehand.</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>Whether a state is that of this attempt.</summary>
    public bool IsState(string? state) =>
        state is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(State));

    /// <summary>The attempt with these in it.</summary>
    public SsoAttempt KeptIn(SsoAttempt attempt) =>
        attempt with
        {
            Secrets = new Dictionary<string, string>(StringComparer.Ordinal) { [NonceName] = Nonce, [VerifierName] = Verifier },
        };

    /// <summary>Leaves them out.</summary>
    public override string ToString() => nameof(OidcSecrets);
}
