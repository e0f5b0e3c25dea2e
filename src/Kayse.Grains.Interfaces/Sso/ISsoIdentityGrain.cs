using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Orleans.Concurrency;

namespace Kayse.Grains.Sso;

/// <summary>
/// Whose an identity at an identity provider is: the point where its uniqueness is decided. Keyed by
/// <see cref="SsoIdentityKeys"/>.
/// </summary>
[Alias("kayse.sso-identity")]
public interface ISsoIdentityGrain : IGrainWithStringKey
{
    /// <summary>
    /// Gives the identity to <paramref name="userId"/> if nobody has it; returns who has it now. May be repeated.
    /// </summary>
    [Alias("claim")]
    Task<string> ClaimAsync(string userId);

    /// <summary>Takes the identity from <paramref name="userId"/>; without effect when they don't have it.</summary>
    [Alias("release")]
    Task ReleaseAsync(string userId);

    /// <summary>Who has the identity, or null when nobody does.</summary>
    [ReadOnly, Alias("get-user-id")]
    Task<string?> GetUserIdAsync();
}

/// <summary>
/// The keys of <see cref="ISsoIdentityGrain"/>, hashed because issuers and subjects may be long. The company is part of
/// it: whoever configures a SAML provider chooses what it calls itself, so what one company's provider says of a subject
/// means nothing to another company. Never to be changed: people are looked for under them.
/// </summary>
public static class SsoIdentityKeys
{
    /// <summary>The key of a company's identity with this issuer and subject.</summary>
    public static string Of(string companyId, string issuer, string subject) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{companyId}\n{issuer.Length}\n{issuer}\n{subject}")));
}
