using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kayse.WebHost.Sso.Oidc;

/// <summary>
/// The secrets of one attempt to sign in, of which the provider sees only what it must.
/// </summary>
/// <param name="State">Comes back with the person.</param>
/// <param name="Nonce">Comes back in the ID token.</param>
/// <param name="Verifier">Proves to the provider that who redeems the code has asked for it (RFC 7636).</param>
internal sealed record OidcSecrets(string State, string Nonce, string Verifier)
{
    public static OidcSecrets New() => new(NewText(), NewText(), NewText());

    /// <summary>What the provider is told of the verifier beforehand.</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>Whether a state is that of this attempt.</summary>
    public bool IsState(string? state) =>
        state is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(State));

    private static string NewText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
