namespace Kayse.WebHost.Sso.Oidc;

/// <summary>What an ID token has to fit.</summary>
/// <param name="Issuer">Who has to have issued it.</param>
/// <param name="ClientId">For whom.</param>
/// <param name="Nonce">Of the attempt that it answers.</param>
/// <param name="SignedInSince">
/// When the person must have signed in there at the earliest; null when any sign-in will do.
/// </param>
internal sealed record IdTokenExpectation(string Issuer, string ClientId, string Nonce, DateTimeOffset? SignedInSince);
